import { describe, expect, it } from 'vitest';
import { childScript } from '#tests/helpers/child-script.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { claimInstance } from './claim-instance.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();

describe('the claim of a running app on its data folder', () => {
  it('refuses a second app and names the process that runs', async () => {
    const holder = childScript('tests/fixtures/instance-holder.ts', path('one'));
    await holder.nextLine();
    const refusal: unknown = await claimInstance(path('one')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartProblem);
    expect(String(refusal)).toContain(`in use by a running instance (process ${holder.pid})`);
    await (await claimInstance(path('two')))();
    expect(await holder.finish()).toBe(0);
    await (await claimInstance(path('one')))();
  });

  it('counts for nothing once the app was killed', async () => {
    const holder = childScript('tests/fixtures/instance-holder.ts', path('killed'));
    await holder.nextLine();
    await expect(claimInstance(path('killed'))).rejects.toThrow(StartProblem);
    await holder.kill();
    await (await claimInstance(path('killed')))();
  });

  it('goes to exactly one of two that start at once', async () => {
    const results = await Promise.allSettled([claimInstance(path('race')), claimInstance(path('race'))]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
