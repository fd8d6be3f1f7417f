import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { orderFacts } from '#app/domain/framework/order-facts.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import {
  auditEvent,
  currentAssessment,
  framework,
  frameworkAdoption,
  frameworkVersion,
  roleLevel,
  roleLevelContent,
  skill,
  teamSkillSummary,
} from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { publishVersion } from './publish-version.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';

const database = useTestDatabase();
const gardens = { frameworkKey: 'gardens', frameworkName: 'Gardens', kind: 'own' as const, label: 'Spring' };

async function administrator() {
  const organisationId = await addOrganisation(database);
  return contextAs(database, { accessRole: 'administrator', organisationId });
}

describe('publishing a framework version', () => {
  it('stores everything that the facts say, and reads the same facts back', async () => {
    const context = await administrator();
    const published = await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    expect(published).toMatchObject({ label: 'Spring', published: true });
    const read = await context.db.transaction((tx) =>
      readFrameworkFacts(tx, context.db.organisationId, published.versionId),
    );
    expect(orderFacts(read)).toEqual(orderFacts(frameworkFacts()));
  });

  it('adopts it and records who published it', async () => {
    const context = await administrator();
    const published = await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    await context.db.transaction(async (tx) => {
      expect(await tx.select().from(frameworkAdoption)).toMatchObject([{ versionId: published.versionId }]);
      expect(await tx.select().from(auditEvent)).toMatchObject([
        {
          action: 'framework.publish',
          subjectId: published.frameworkId,
          actorName: 'Test administrator',
          detail: { framework: 'gardens', label: 'Spring', before: null, roleLevels: 2, expectations: 3 },
        },
      ]);
    });
  });

  it('stores nothing when the adopted version says the same already', async () => {
    const context = await administrator();
    const first = await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    const shuffled = { ...frameworkFacts(), skills: frameworkFacts().skills.reverse() };
    const second = await publishVersion(context, { ...gardens, label: 'Autumn', facts: shuffled });
    expect(second).toEqual({ ...first, published: false });
    await context.db.transaction(async (tx) => {
      expect(await tx.select().from(frameworkVersion)).toHaveLength(1);
      expect(await tx.select().from(auditEvent)).toHaveLength(1);
    });
  });

  it('keeps the identity of what a new version still names, whatever its letter case', async () => {
    const context = await administrator();
    await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    const identities = () =>
      context.db.transaction(async (tx) => [await tx.select().from(skill), await tx.select().from(roleLevel)]);
    const before = await identities();
    const renamed = JSON.parse(JSON.stringify(frameworkFacts(3)).replaceAll('Weeding', 'WEEDING')) as ReturnType<typeof frameworkFacts>;
    await publishVersion(context, { ...gardens, label: 'Autumn', facts: renamed });
    expect(await identities()).toEqual(before);
  });

  it('leaves the version before as it was', async () => {
    const context = await administrator();
    const first = await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    await publishVersion(context, { ...gardens, label: 'Autumn', facts: frameworkFacts(4) });
    const read = await context.db.transaction((tx) => readFrameworkFacts(tx, context.db.organisationId, first.versionId));
    expect(orderFacts(read)).toEqual(orderFacts(frameworkFacts()));
  });

  it('adds a number to a label that an earlier version has', async () => {
    const context = await administrator();
    await publishVersion(context, { ...gardens, facts: frameworkFacts() });
    const second = await publishVersion(context, { ...gardens, facts: frameworkFacts(3) });
    const third = await publishVersion(context, { ...gardens, facts: frameworkFacts(4) });
    expect([second.label, third.label]).toEqual(['Spring (2)', 'Spring (3)']);
  });

  it('infers the order of seniority where the facts give none, and marks it so', async () => {
    const context = await administrator();
    const facts = frameworkFacts();
    for (const level of facts.roles[0]?.roleLevels ?? []) level.seniority = null;
    const { versionId } = await publishVersion(context, { ...gardens, facts });
    await context.db.transaction(async (tx) => {
      const levels = await tx
        .select({ name: roleLevelContent.name, seniority: roleLevelContent.seniority, stated: roleLevelContent.seniorityStated })
        .from(roleLevelContent)
        .where(eq(roleLevelContent.versionId, versionId))
        .orderBy(roleLevelContent.seniority);
      expect(levels).toEqual([
        { name: 'Gardener', seniority: 1, stated: false },
        { name: 'Head gardener', seniority: 2, stated: false },
      ]);
      expect(orderFacts(await readFrameworkFacts(tx, context.db.organisationId, versionId))).toEqual(orderFacts(facts));
    });
  });

  it('publishes once when two do it at the same time', async () => {
    const context = await administrator();
    const both = await Promise.all([1, 2].map(() => publishVersion(context, { ...gardens, facts: frameworkFacts() })));
    expect(both.map(({ published }) => published).sort()).toEqual([false, true]);
    expect(both[0]?.versionId).toBe(both[1]?.versionId);
    expect(await context.db.transaction((tx) => tx.select().from(framework))).toHaveLength(1);
  });

  it('is for those who may import a framework', async () => {
    const organisationId = await addOrganisation(database);
    for (const accessRole of ['team-manager', 'team-member', 'analyst', 'api-write'] as const) {
      const context = await contextAs(database, { accessRole, organisationId });
      const attempt = publishVersion(context, { ...gardens, facts: frameworkFacts() });
      await expect(attempt, accessRole).rejects.toMatchObject({ status: 403 });
    }
    expect(await database.tenant(organisationId).transaction((tx) => tx.select().from(framework))).toEqual([]);
  });

  it('leaves every other organisation as it was', async () => {
    const [context, other] = [await administrator(), await administrator()];
    await publishVersion(other, { ...gardens, facts: frameworkFacts() });
    const rows = () => other.db.transaction(async (tx) => [await tx.select().from(frameworkVersion), await tx.select().from(skill)]);
    const before = await rows();
    await publishVersion(context, { ...gardens, facts: frameworkFacts(4) });
    expect(await rows()).toEqual(before);
  });
});

describe('the people placed in a framework', () => {
  async function placed() {
    const context = await administrator();
    const { organisationId } = context.db;
    await publishVersion(context, { ...gardens, facts: frameworkFacts(2) });
    const added = await addTeam(context, { name: 'Rose garden', parentId: null });
    const teamId = added.ok ? added.value.teamId : '';
    const [level] = await context.db.transaction((tx) =>
      tx.select().from(roleLevel).where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.key, 'gardener'))),
    );
    const someone = { email: null, grade: null, startsOn: '2026-01-05', leavesOn: null, teamId, roleLevelId: level?.id ?? '' };
    const place = (name: string) => addPerson(context, { ...someone, name });
    await place('Asa Whitfield');
    const expected = () =>
      context.db.transaction((tx) =>
        tx
          .select({ skill: skill.name, expectedLevel: currentAssessment.expectedLevel })
          .from(currentAssessment)
          .innerJoin(skill, eq(skill.id, currentAssessment.skillId))
          .orderBy(skill.name),
      );
    const summary = () =>
      context.db.transaction((tx) =>
        tx
          .select({ skill: skill.name, expected: teamSkillSummary.expected })
          .from(teamSkillSummary)
          .innerJoin(skill, eq(skill.id, teamSkillSummary.skillId))
          .orderBy(skill.name),
      );
    return { context, place, expected, summary };
  }

  it('are expected to hold what the new version says', async () => {
    const { context, expected, summary } = await placed();
    expect(await expected()).toEqual([
      { skill: 'Pruning', expectedLevel: 2 },
      { skill: 'Watering', expectedLevel: 1 },
    ]);
    const facts = frameworkFacts(4);
    const [gardener] = facts.roles[0]?.roleLevels ?? [];
    gardener?.expectations.splice(1, 1, { skillName: 'Weeding', expectedLevel: 2 });
    await publishVersion(context, { ...gardens, label: 'Autumn', facts });
    expect(await expected()).toEqual([
      { skill: 'Pruning', expectedLevel: 4 },
      { skill: 'Weeding', expectedLevel: 2 },
    ]);
    expect(await summary()).toEqual([
      { skill: 'Pruning', expected: 1 },
      { skill: 'Weeding', expected: 1 },
    ]);
  });

  it('are expected to hold nothing when their role level is gone', async () => {
    const { context, expected } = await placed();
    const facts = frameworkFacts();
    facts.roles[0]?.roleLevels.shift();
    await publishVersion(context, { ...gardens, label: 'Autumn', facts });
    expect(await expected()).toEqual([]);
  });

  it('follow the new version also when they are added while it is published', async () => {
    const { context, place, expected } = await placed();
    const names = ['Bao Kerr', 'Cai Lund', 'Dia Moss', 'Eli North'];
    await Promise.all([
      ...names.map(place),
      publishVersion(context, { ...gardens, label: 'Autumn', facts: frameworkFacts(4) }),
    ]);
    const pruning = (await expected()).filter((row) => row.skill === 'Pruning');
    expect(pruning.map((row) => row.expectedLevel)).toEqual([4, 4, 4, 4, 4]);
  });
});
