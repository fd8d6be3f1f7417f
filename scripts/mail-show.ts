import { readEnv } from '#app/platform/env.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { secretKey } from '#app/platform/secret/secret-key.server.ts';
import { showWaitingMails } from '#app/services/organisation/show-waiting-mails.server.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withOrganisation } from './command/with-organisation.ts';

const usage = 'npm run mail:show -- --organisation SLUG';

await runCommand(async () => {
  const { values } = readArguments(usage, { options: { organisation: { type: 'string' } } });
  const { organisation } = values;
  if (organisation === undefined) throw new StartProblem(`Name the organisation.\nUsage: ${usage}`);
  const env = readEnv();
  const key = secretKey(env.secretKey, env.dataFolder);
  const mails = await withOrganisation(organisation, 'Command: mail:show', (context) => showWaitingMails(context, key));
  for (const { toAddress, subject, createdAt, text } of mails) {
    console.log(`To: ${toAddress}\nSubject: ${subject}\nWritten: ${momentInWords(createdAt)}\n\n${text.trimEnd()}\n\n---`);
  }
  console.log(mails.length === 0 ? `No mail of "${organisation}" waits.` : `Mails of "${organisation}" that wait: ${mails.length}. Whoever has a link can use it.`);
  if (mails.some(({ isReadable }) => !isReadable)) {
    throw new StartProblem('Some links were sealed with another key: run this with the SECRET_KEY or the data folder of the server.');
  }
});
