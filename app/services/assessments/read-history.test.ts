import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readHistory } from './read-history.server.ts';
import { readNewestEntries } from './read-newest-entries.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();

describe('the history of a person', () => {
  it('tells everything that was said, newest day first, and of one day the later written first', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('api-write', { name: 'Import' });
    const { ben } = organisation.people;
    const { lamps } = organisation.skills;
    for (const [assessedOn, source, level] of [
      ['2026-05-01', 'agreed', 1],
      ['2026-05-02', 'self', null],
      ['2026-05-01', 'manager', 2],
    ] as const) {
      await saveAssessment(context, ben, { assessedOn, entries: [{ skillId: lamps, source, level, note: null }] });
    }
    const { entries, person } = await readHistory(context, ben);
    expect(person.id).toBe(ben);
    expect(entries.map(({ assessedOn, source, level }) => [assessedOn, source, level])).toEqual([
      ['2026-05-02', 'self', null],
      ['2026-05-01', 'manager', 2],
      ['2026-05-01', 'agreed', 1],
    ]);
    expect(entries[0]).toMatchObject({ assessorName: 'Import', frameworkVersion: 'First', cycleName: null });
    const newest = await context.db.transaction((tx) => readNewestEntries(tx, organisation.id, ben, '2026-05-01'));
    expect(newest.map(({ source, level }) => [source, level])).toEqual([
      ['manager', 2],
      ['agreed', 1],
    ]);
  });

  it('answers 404 for an unknown person and 403 to whoever may not see ratings', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { ada, ben } = organisation.people;
    const member = await organisation.as('team-member', { personId: ben });
    expect((await readHistory(member, ben)).entries).toEqual([]);
    const head = await organisation.as('head-of-service');
    await expectSame404({ other: other.people.ben, own: ben }, (id) => readHistory(head, id));
    await expect(readHistory(member, ada)).rejects.toMatchObject({ status: 403 });
    await expect(readHistory(await organisation.as('administrator'), ben)).rejects.toMatchObject({ status: 403 });
    await expect(readHistory(await organisation.as('analyst'), ben)).rejects.toMatchObject({ status: 403 });
  });
});
