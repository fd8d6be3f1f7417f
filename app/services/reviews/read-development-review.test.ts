import { describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readDevelopmentReview } from './read-development-review.server.ts';

const database = useTestDatabase();

describe('a development review', () => {
  it('sets what is agreed against what is expected, and against the next role level', async () => {
    const organisation = await makeOrganisation(database);
    const { people, skills } = organisation;
    const context = await organisation.as('head-of-service');
    const entry = (skillId: string, level: number) => ({ skillId, source: 'agreed' as const, level, note: null });
    await saveAssessment(context, people.ben, { entries: [entry(skills.lamps, 2), entry(skills.signals, 1)] });
    const { review, nextRoleLevel, skillNames, statements } = await readDevelopmentReview(context, people.ben);
    expect(review.summary).toMatchObject({ expected: 2, met: 1, below: 1, notAssessed: 0 });
    expect(review.rows.map(({ cell, missingLevels }) => [cell.skillId, missingLevels])).toEqual([
      [skills.lamps, []],
      [skills.signals, [2]],
    ]);
    expect(nextRoleLevel).toMatchObject({ name: expect.stringMatching(/^Senior keeper/) });
    expect(review.next?.readiness.verdict).toBe('further');
    expect(review.next?.steps.map(({ skillId, change, missingLevels }) => [skillId, change, missingLevels])).toEqual(
      expect.arrayContaining([
        [skills.lamps, 'higher', [3]],
        [skills.signals, 'same', [2]],
        [skills.charts, 'added', []],
      ]),
    );
    expect(skillNames[skills.charts]).toMatch(/^Chart reading/);
    const undefinedCharts = statements.filter((level) => level.skillId === skills.charts && !level.defined);
    expect(undefinedCharts.map((level) => level.ordinal).sort()).toEqual([1, 2]);
  });

  it('ends at the most senior role level', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service');
    const { review, nextRoleLevel } = await readDevelopmentReview(context, organisation.people.cyd);
    expect([review.next, nextRoleLevel]).toEqual([null, null]);
  });

  it("is the person's own to read, and not a colleague's", async () => {
    const organisation = await makeOrganisation(database);
    const { ben, ada } = organisation.people;
    const own = await organisation.as('team-member', { personId: ben });
    expect((await readDevelopmentReview(own, ben)).person.id).toBe(ben);
    await expect(readDevelopmentReview(own, ada)).rejects.toMatchObject({ status: 403 });
  });
});
