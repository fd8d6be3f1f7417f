import { todayOf } from '#app/platform/today.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withOrganisation } from './command/with-organisation.ts';

const usage = 'npm run capability:rebuild -- --organisation SLUG [--check]';

await runCommand(async () => {
  const { values } = readArguments(usage, {
    options: { organisation: { type: 'string' }, check: { type: 'boolean' } },
  });
  const { organisation, check = false } = values;
  if (organisation === undefined) throw new StartProblem(`Name the organisation.\nUsage: ${usage}`);
  const drift = await withOrganisation(organisation, 'Command: capability:rebuild', (context) =>
    (check ? measureDrift : rebuildCurrent)(context.db, todayOf(context)),
  );
  console.log(`Cells that differed from the history: ${drift.currentAssessments}`);
  console.log(`Counts that differed from the cells: ${drift.teamSkillSummaries}`);
  const hasDrifted = drift.currentAssessments + drift.teamSkillSummaries > 0;
  if (!hasDrifted) console.log(`What is kept ready for "${organisation}" is what the history says.`);
  else if (check) console.log(`Nothing was changed. To put it right: npm run capability:rebuild -- --organisation ${organisation}`);
  else console.log('They have been put right.');
  if (check && hasDrifted) process.exitCode = 1;
});
