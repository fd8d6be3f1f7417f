import { describe, expect, it } from 'vitest';
import { readCoverage } from '#app/services/capability/read-coverage.server.ts';
import { coverageRule } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addCoverageRule } from './add-coverage-rule.server.ts';
import { removeCoverageRule } from './remove-coverage-rule.server.ts';

const database = useTestDatabase();

const wanted = (organisation: TestOrganisation) => ({ skillId: organisation.skills.knots, minimumLevel: 2, minimumPeople: 2, reason: null });
const head = (organisation: TestOrganisation) => organisation.as('head-of-service', { teamId: organisation.teams.service });

async function addedRule(organisation: TestOrganisation): Promise<string> {
  const outcome = await addCoverageRule(await head(organisation), organisation.teams.lights, wanted(organisation));
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.ruleId;
}

async function strangers({ as, teams }: TestOrganisation) {
  return [
    await as('head-of-service', { teamId: teams.boats }),
    await as('team-manager', { teamId: teams.lights }),
    await as('administrator'),
    await as('analyst'),
    await as('api-write'),
  ];
}

describe('adding a coverage rule', () => {
  it('stores it, also for a skill that no role is expected to hold, and records it', async () => {
    const organisation = await makeOrganisation(database);
    const ruleId = await addedRule(organisation);
    const { rows } = await readCoverage(await head(organisation), organisation.teams.service);
    expect(rows).toMatchObject([{ rule: { id: ruleId, teamId: organisation.teams.lights, minimumLevel: 2, minimumPeople: 2 }, actual: 0, blindSpot: true }]);
    expect(await readAudit(database, organisation.id)).toMatchObject([
      { action: 'coverage-rule.add', subjectKind: 'coverage-rule', subjectId: ruleId, detail: { teamId: organisation.teams.lights } },
    ]);
  });

  it('refuses at its field a rule that stands already, a level above the scale and an unknown skill', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    await addedRule(organisation);
    const context = await head(organisation);
    const before = await tenantChecksum(database, organisation.id);
    for (const [field, change] of [
      ['skillId', {}],
      ['minimumLevel', { minimumLevel: 5 }],
      ['skillId', { skillId: other.skills.knots }],
      ['skillId', { skillId: crypto.randomUUID() }],
    ] as const) {
      const outcome = await addCoverageRule(context, organisation.teams.lights, { ...wanted(organisation), ...change });
      expect(outcome).toMatchObject({ ok: false, problem: { field } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('answers 404 for an unknown team and 403 to whoever may not set its rules', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { lights } = organisation.teams;
    const context = await head(organisation);
    await expectSame404({ other: other.teams.lights, own: lights }, (id) => addCoverageRule(context, id, wanted(organisation)));
    for (const stranger of await strangers(organisation)) {
      await expect(addCoverageRule(stranger, lights, wanted(organisation))).rejects.toMatchObject({ status: 403 });
    }
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    await expectFailureWithoutAudit(database, () => addedRule(organisation));
    expect(await database.tenant(organisation.id).transaction((tx) => tx.select().from(coverageRule))).toEqual([]);
  });
});

describe('removing a coverage rule', () => {
  it('removes it once, and the audit keeps what it asked for', async () => {
    const organisation = await makeOrganisation(database);
    const ruleId = await addedRule(organisation);
    const context = await head(organisation);
    const remove = () => removeCoverageRule(context, organisation.teams.lights, ruleId);
    const answers = await Promise.allSettled([remove(), remove()]);
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 'rejected')).toMatchObject([{ reason: { status: 404 } }]);
    expect((await readAudit(database, organisation.id)).slice(1)).toMatchObject([
      { action: 'coverage-rule.remove', subjectId: ruleId, detail: { skillId: organisation.skills.knots, minimumLevel: 2, minimumPeople: 2 } },
    ]);
  });

  it("answers 404 for an unknown rule, another team's or another organisation's, and 403 to strangers", async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const [ruleId, othersRule] = [await addedRule(organisation), await addedRule(other)];
    const context = await head(organisation);
    const { lights, boats } = organisation.teams;
    await expectSame404({ other: othersRule, own: ruleId }, (id) => removeCoverageRule(context, lights, id));
    await expectSame404({ other: other.teams.lights, own: lights }, (id) => removeCoverageRule(context, id, ruleId));
    await expect(removeCoverageRule(context, boats, ruleId)).rejects.toMatchObject({ status: 404 });
    for (const stranger of await strangers(organisation)) {
      await expect(removeCoverageRule(stranger, lights, ruleId)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('leaves it where the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const ruleId = await addedRule(organisation);
    const before = await tenantChecksum(database, organisation.id);
    const context = await head(organisation);
    await expectFailureWithoutAudit(database, () => removeCoverageRule(context, organisation.teams.lights, ruleId));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});
