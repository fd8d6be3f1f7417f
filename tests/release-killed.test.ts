import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { readRelease } from '#app/services/framework/release/read-release.server.ts';
import { withdrawRelease } from '#app/services/framework/release/withdraw-release.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { childScript } from './helpers/child-script.ts';
import { useTestDatabase } from './helpers/database.ts';
import { makeHarbour } from './helpers/harbour-organisation.ts';
import { readUploaded } from './helpers/read-uploaded.ts';
import { nightWatchMoved, releaseFiles, type TextChange } from './helpers/release-files.ts';
import { useTestRuntime } from './helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);
const kills = 16;
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const tables = ['scale_step', 'role_content', 'role_level_content', 'skill_content', 'skill_level', 'expectation'];

/** How many rows each version has in each table that makes it up, by the id of the version; and which is adopted. */
async function versions(organisationId: string) {
  const { rows } = await database.ownerPool.query<{ id: string; adopted: boolean; counts: number[] }>(
    `select version.id, exists (select 1 from framework_adoption where version_id = version.id) as adopted,
       array[${tables.map((table) => `(select count(*)::int from ${table} where version_id = version.id)`).join(', ')}] as counts
     from framework_version version where organisation_id = $1 order by version.published_at, version.id`,
    [organisationId],
  );
  return rows;
}

/** Waits until nobody works on the database any more: a killed process's transaction ends a moment after it. */
async function settled(): Promise<void> {
  const busy = async () =>
    (await database.ownerPool.query(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)).rowCount;
  await expect.poll(busy, { timeout: 20_000 }).toBe(0);
}

/** A release that differs from every other by a statement. */
function nextRelease(context: Context, round: number) {
  const told: TextChange = ['skills.csv', '- tie the common knots', `- tie the common knots of year ${round}`];
  return readUploaded(context, releaseFiles(nightWatchMoved, told, ['roles.csv', '- tie the common knots', `- tie the common knots of year ${round}`]));
}

describe(`a process that is killed ${kills} times while it publishes a release`, () => {
  it('leaves the version wholly there or not at all, and publishing again goes on', async () => {
    const { id: organisationId, context } = await makeHarbour(database);
    const whole = (await versions(organisationId))[0]!.counts;
    // How long it takes undisturbed, so that the kills fall all over it.
    const measured = await nextRelease(context, 0);
    const first = childScript('tests/fixtures/publish-release.ts', database.appUrl, organisationId);
    await first.nextLine();
    const start = performance.now();
    first.process.stdin?.write(`${measured.id}\n`);
    expect([await first.nextLine(), await first.nextLine()]).toEqual(['publishing', 'published']);
    const tookMs = performance.now() - start;
    await first.kill();
    await settled();
    let halfway = 0;
    for (let round = 1; round <= kills; round += 1) {
      const before = await versions(organisationId);
      const child = childScript('tests/fixtures/publish-release.ts', database.appUrl, organisationId);
      const { id } = await nextRelease(context, round);
      await child.nextLine();
      child.process.stdin?.write(`${id}\n`);
      await child.nextLine();
      await pause(((round - 0.5) / kills) * tookMs);
      await child.kill();
      await settled();
      const { state } = await readRelease(context, id);
      const after = await versions(organisationId);
      expect(['open', 'published']).toContain(state);
      expect(await measureDrift(context.db, '2026-06-01')).toEqual(none);
      if (state === 'open') {
        halfway += 1;
        expect(after).toEqual(before);
      } else {
        expect(after).toHaveLength(before.length + 1);
      }
      expect(await publishRelease(context, id, 0)).toMatchObject({ ok: true, value: { isNew: true } });
      const published = await versions(organisationId);
      expect(published).toHaveLength(before.length + 1);
      expect(published.map(({ counts }) => counts)).toEqual(published.map(() => whole));
      expect(published.filter(({ adopted }) => adopted)).toHaveLength(1);
      expect(await measureDrift(context.db, '2026-06-01')).toEqual(none);
      if (round % 4 === 0) expect(await withdrawRelease(context, id)).toMatchObject({ ok: true });
    }
    // The kills were felt.
    expect(halfway).toBeGreaterThan(0);
  }, 300_000);

  it('would be noticed, were a version left half there', async () => {
    const { id: organisationId } = await makeHarbour(database);
    const [before] = await versions(organisationId);
    await database.ownerPool.query('delete from expectation where organisation_id = $1', [organisationId]);
    const [after] = await versions(organisationId);
    expect(after?.counts).not.toEqual(before?.counts);
  });
});
