import { describe, expect, it } from 'vitest';
import { adoptNextVersion } from '#tests/helpers/adopt-next-version.ts';
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

  it('reads as before through every release: the name of then, with what became of the skill since', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('api-write');
    const { ben } = organisation.people;
    const { lamps, signals, knots, boats, charts } = organisation.skills;
    const named = (name: string) => `${name} ${organisation.canary}`;
    for (const skillId of [lamps, signals, knots, boats, charts]) {
      await saveAssessment(context, ben, { assessedOn: '2026-05-01', entries: [{ skillId, source: 'agreed', level: 3, note: 'Seen' }] });
    }
    const before = (await readHistory(context, ben)).entries;
    expect(before.map(({ presentName, isGone, countsFor }) => [presentName, isGone, countsFor])).toEqual(before.map(() => [null, false, []]));
    await adoptNextVersion(database, organisation, {
      label: 'Second',
      skillNames: { [lamps]: 'Lantern keeping' },
      withoutSkills: [knots, boats],
      successions: [[knots, lamps], [knots, signals]],
      meaningChanged: [charts],
    });
    const after = (await readHistory(context, ben)).entries;
    const unsettled = { presentName: null, isGone: false, countsFor: [] };
    expect(after.map((entry) => ({ ...entry, ...unsettled }))).toEqual(before);
    const ofSkill = (name: string) => {
      const { presentName, isGone, countsFor, frameworkVersion, versionId } = after.find((entry) => entry.skillName === named(name))!;
      expect([frameworkVersion, versionId]).toEqual(['First', organisation.versionId]);
      return [presentName, isGone, countsFor];
    };
    expect(ofSkill('Lamp keeping')).toEqual(['Lantern keeping', false, []]);
    expect(ofSkill('Signalling')).toEqual([null, false, []]);
    expect(ofSkill('Knot tying')).toEqual([null, true, ['Lantern keeping', named('Signalling')]]);
    expect(ofSkill('Boat handling')).toEqual([null, true, []]);
    await saveAssessment(context, ben, { assessedOn: '2026-05-02', entries: [{ skillId: lamps, source: 'agreed', level: 2, note: null }] });
    expect((await readHistory(context, ben)).entries[0]).toMatchObject({ skillName: 'Lantern keeping', presentName: null, frameworkVersion: 'Second', countsFor: [] });
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
