import { type ApiKeyDetails, apiKeyInput } from '#app/services/accounts/api-key-input.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { readArguments } from './command/read-arguments.ts';
import { runCommand } from './command/run-command.ts';
import { withOrganisation } from './command/with-organisation.ts';

const usage = 'npm run api-key -- --organisation SLUG --access read|write --name "What it is for"';

await runCommand(async () => {
  const { values } = readArguments(usage, {
    options: { organisation: { type: 'string' }, access: { type: 'string' }, name: { type: 'string' } },
  });
  const { organisation, access } = values;
  if (organisation === undefined) throw new StartProblem(`Name the organisation.\nUsage: ${usage}`);
  if (access !== 'read' && access !== 'write') throw new StartProblem(`Access is read or write.\nUsage: ${usage}`);
  const named = apiKeyInput.shape.name.safeParse(values.name);
  if (!named.success) throw new StartProblem(`${named.error.issues[0]!.message}.\nUsage: ${usage}`);
  const details: ApiKeyDetails = { name: named.data, access };
  const { key } = await withOrganisation(organisation, 'Command: api-key', (context) => createApiKey(context, details));
  console.log(`A key to ${access} the data of "${organisation}". It is shown this once; keep it like a password.`);
  console.log(key);
});
