import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';

const database = useTestDatabase();

/** Waits until somebody waits for a lock in this database. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await database.ownerPool.query('select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1', ['Lock']);
    if (rowCount) return;
  }
}

it("lets a team's first levels and its new name wait for each other, and blocks neither for good", async () => {
  const organisation = await makeOrganisation(database);
  const [saver, editor] = [await organisation.as('api-write'), await organisation.as('administrator')];
  await database.ownerPool.query('delete from team_revision where organisation_id = $1', [organisation.id]);
  let saved: Promise<unknown> = Promise.resolve();
  await editor.db.transaction(async (tx) => {
    await tx.execute(sql`update team set name = 'Lamps' where organisation_id = ${organisation.id} and id = ${organisation.teams.lights}`);
    saved = saveAssessment(saver, organisation.people.ben, { entries: [{ skillId: organisation.skills.lamps, source: 'agreed', level: 1, note: null }] });
    await untilSomebodyWaits();
    await recordAudit(tx, editor, { action: 'team.edit', subjectKind: 'team', subjectId: organisation.teams.lights });
  });
  expect(await saved).toMatchObject({ ok: true });
  const { rows } = await database.ownerPool.query<{ revision: string }>('select revision from team_revision where organisation_id = $1', [organisation.id]);
  expect(rows).toEqual([{ revision: '1' }]);
});
