import { describe, expect, it } from 'vitest';
import type { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readCurrentCells } from '#app/services/capability/read-current-cells.server.ts';
import { readPastCells } from '#app/services/capability/read-past-cells.server.ts';
import { adoptNextVersion, type NextVersion } from '#tests/helpers/adopt-next-version.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { measureDrift } from './measure-drift.ts';

const database = useTestDatabase();
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const today = '2026-06-01';

/** An organisation with the cells of Ben, read both ways and compared, and the means to change what they say. */
async function scene() {
  const organisation = await makeOrganisation(database);
  const { skills, people, teams, roleLevels } = organisation;
  const context = await organisation.as('api-write');
  const say = (skillId: string, level: number | null, assessedOn = '2026-05-01', source: keyof typeof sourceCodes = 'agreed') =>
    saveAssessment(context, people.ben, { assessedOn, entries: [{ skillId, source, level, note: null }] });
  const cells = async () => {
    expect(await measureDrift(context.db, today)).toEqual(none);
    const [kept, looked] = await context.db.transaction(async (tx) => [
      (await readCurrentCells(tx, organisation.id, [teams.lights])).get(people.ben) ?? [],
      (await readPastCells(tx, organisation.id, [{ id: people.ben, roleLevelId: roleLevels.juniorKeeper }], today)).get(people.ben) ?? [],
    ]);
    const inOrder = (rows: typeof kept) => rows.toSorted((one, other) => (one.skillId < other.skillId ? -1 : 1));
    expect(inOrder(looked)).toEqual(inOrder(kept));
    return kept;
  };
  const cell = async (skillId: string) => {
    const found = (await cells()).find((one) => one.skillId === skillId);
    return found && [found.agreed?.level, found.needsReview];
  };
  const adopt = (next: Omit<NextVersion, 'label'>, label = crypto.randomUUID()) => adoptNextVersion(database, organisation, { label, ...next });
  return { organisation, skills, context, say, cells, cell, adopt };
}

describe('the agreed level of a skill whose wording changed its meaning', () => {
  it('carries over and is to be reviewed until something is agreed under the new wording, even the same on the same day', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.lamps, 1, today);
    expect(await cell(skills.lamps)).toEqual([1, false]);
    await adopt({ meaningChanged: [skills.lamps] });
    expect(await cell(skills.lamps)).toEqual([1, true]);
    await say(skills.lamps, 2, today, 'manager');
    expect(await cell(skills.lamps)).toEqual([1, true]);
    expect(await say(skills.lamps, 1, today)).toEqual({ ok: true, value: { saved: 1 } });
    expect(await cell(skills.lamps)).toEqual([1, false]);
  });

  it('is not to be reviewed where only the wording changed, where another skill did, or where it was not observed', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.lamps, 1);
    await say(skills.signals, null);
    await adopt({});
    expect(await cell(skills.lamps)).toEqual([1, false]);
    await adopt({ meaningChanged: [skills.signals, skills.knots] });
    expect(await cell(skills.lamps)).toEqual([1, false]);
    expect(await cell(skills.signals)).toEqual([null, false]);
  });

  it('follows the person who stands in no team, too', async () => {
    const { organisation, skills, say, adopt, context } = await scene();
    await say(skills.lamps, 1);
    await database.ownerPool.query("update placement set ends_on = '2026-05-20' where organisation_id = $1 and person_id = $2", [organisation.id, organisation.people.ben]);
    await adopt({ meaningChanged: [skills.lamps] });
    // The placement was ended behind the back of what is kept; the release has set it right on its way.
    expect((await measureDrift(context.db, today)).currentAssessments).toBe(0);
  });
});

describe('the levels of a skill that another took the place of', () => {
  it('count for that one, the newest first, to be reviewed; the cell of the gone skill is gone', async () => {
    const { skills, say, cell, cells, adopt } = await scene();
    await say(skills.knots, 3, '2026-05-10');
    await say(skills.lamps, 1, '2026-05-01');
    await say(skills.knots, 4, '2026-05-02', 'self');
    await adopt({ withoutSkills: [skills.knots], successions: [[skills.knots, skills.lamps]] });
    expect(await cell(skills.lamps)).toEqual([3, true]);
    const found = await cells();
    expect(found.map((one) => one.skillId)).not.toContain(skills.knots);
    expect(found.find((one) => one.skillId === skills.lamps)?.self).toEqual({ level: 4, assessedOn: '2026-05-02' });
  });

  it('give way to a newer one of its own, which needs no review', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.knots, 3, '2026-05-01');
    await say(skills.lamps, 2, '2026-05-10');
    await adopt({ withoutSkills: [skills.knots], successions: [[skills.knots, skills.lamps]] });
    expect(await cell(skills.lamps)).toEqual([2, false]);
  });

  it('stay in a cell of their own where nothing took its place', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.knots, 3);
    await adopt({ withoutSkills: [skills.knots] });
    expect(await cell(skills.knots)).toEqual([3, false]);
  });

  it('come across several releases in their order, and end in a circle', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.knots, 3);
    await adopt({ withoutSkills: [skills.knots], successions: [[skills.knots, skills.boats]], publishedAt: '2026-03-01T09:00:00Z' });
    expect(await cell(skills.boats)).toEqual([3, true]);
    await adopt({ withoutSkills: [skills.boats], successions: [[skills.boats, skills.charts]], publishedAt: '2026-04-01T09:00:00Z' });
    expect([await cell(skills.charts), await cell(skills.boats), await cell(skills.knots)]).toEqual([[3, true], undefined, undefined]);
    await adopt({ successions: [[skills.charts, skills.knots], [skills.lamps, skills.charts]], publishedAt: '2026-05-01T09:00:00Z' });
    expect(await cell(skills.charts)).toEqual([3, true]);
  });

  it('do not count for what an earlier release made of the skill that they now count for', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.knots, 3);
    await adopt({ successions: [[skills.boats, skills.charts]], publishedAt: '2026-03-01T09:00:00Z' });
    await adopt({ successions: [[skills.knots, skills.boats]], publishedAt: '2026-04-01T09:00:00Z' });
    expect([await cell(skills.boats), await cell(skills.charts)]).toEqual([[3, true], undefined]);
  });

  it('do not count where they were recorded after the split, under the release or its own additions', async () => {
    const { skills, say, cell, adopt } = await scene();
    await say(skills.knots, 1, '2026-04-01');
    await adopt({ successions: [[skills.knots, skills.lamps]], publishedAt: '2026-04-02T09:00:00Z' });
    await say(skills.knots, 4, '2026-05-10');
    expect([await cell(skills.lamps), await cell(skills.knots)]).toEqual([[1, true], [4, false]]);
    await adopt({ isOverlay: true, publishedAt: '2026-05-11T09:00:00Z' });
    await say(skills.knots, 2, '2026-05-12');
    expect([await cell(skills.lamps), await cell(skills.knots)]).toEqual([[1, true], [2, false]]);
  });

  it('count no more where the release is taken back', async () => {
    const { organisation, skills, say, cell, adopt, context } = await scene();
    await say(skills.knots, 3);
    const versionId = await adopt({ withoutSkills: [skills.knots], successions: [[skills.knots, skills.lamps]] });
    await database.ownerPool.query("update framework_version set withdrawn_at = '2026-06-01' where id = $1", [versionId]);
    await database.ownerPool.query('update framework_adoption set version_id = $2 where organisation_id = $1', [organisation.id, organisation.versionId]);
    expect((await measureDrift(context.db, today)).currentAssessments).toBeGreaterThan(0);
    await adopt({});
    expect([await cell(skills.lamps), await cell(skills.knots)]).toEqual([[undefined, false], [3, false]]);
  });
});
