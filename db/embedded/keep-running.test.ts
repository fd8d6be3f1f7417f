import { afterEach, expect, it } from 'vitest';
import { connectDatabase, type DatabaseHandle } from '#db/connect.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { runningPostmaster } from './postmaster-pid.ts';

const path = useTemporaryFolder();
const opened: DatabaseHandle[] = [];
const patience = { timeout: 60_000, interval: 100 };

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function open(name: string, keepRunning: boolean) {
  const said: string[] = [];
  const database = await connectDatabase({ dataFolder: path(name), keepRunning, log: (message) => said.push(message) });
  opened.push(database);
  const server = () => runningPostmaster(path(name, 'server', 'cluster'));
  const kill = async () => {
    const { pid } = server()!;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => server()?.pid === pid, patience).toBe(false);
  };
  const answers = () => database.pool.query('select 1').then(() => true, () => false);
  return { said, server, kill, answers };
}

it('starts a server that was killed again, on its port, and its connections come back', async () => {
  const { said, server, kill, answers } = await open('watched', true);
  const { port } = server()!;
  for (let time = 1; time <= 2; time += 1) {
    await kill();
    // A connection of the killed server may answer once more, so the new server is waited for first.
    await expect.poll(() => server()?.ready && server()?.port, patience).toBe(port);
    await expect.poll(answers, patience).toBe(true);
    await expect.poll(() => said.filter((message) => message.includes('started again')), patience).toHaveLength(time);
  }
});

it('leaves a killed server alone where nobody asked for a watch, and one that its last client stopped', async () => {
  const { kill, server, answers } = await open('unwatched', false);
  const watched = await open('closed', true);
  await opened.pop()!.close();
  await kill();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect([server(), await answers()]).toEqual([undefined, false]);
  expect(watched.server()).toBeUndefined();
});
