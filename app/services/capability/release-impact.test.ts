import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import { compareFlags } from '#app/domain/capability/impact/compare-flags.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { openRelease } from '#tests/helpers/open-release.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { applyWrite, randomWrite } from '#tests/helpers/random-writes.ts';
import { readFlags } from './read-flags.server.ts';
import { readReleaseImpact } from './read-release-impact.server.ts';
import { readTeamMatrix } from './read-team-matrix.server.ts';

const database = useTestDatabase();

const factsOf = (context: Context, organisation: TestOrganisation): Promise<FrameworkFacts> =>
  context.db.transaction((tx) => readFrameworkFacts(tx, organisation.id, organisation.versionId));

/** What the pages say: every cell by person and skill, and the flags. */
async function look(context: Context, organisation: TestOrganisation) {
  const teamId = organisation.teams.service;
  const { matrix } = await readTeamMatrix(context, { teamId });
  const { flags } = await readFlags(context, { teamId });
  return { cells: cellsOf(matrix), flags };
}

function cellsOf({ people }: TeamMatrix) {
  return new Map(
    people.flatMap((person) =>
      person.cells
        .filter((cell) => cell.expectedLevel !== null || cell.agreedOn !== null || cell.selfLevel !== null || cell.managerLevel !== null)
        .map((cell) => [`${person.id} ${cell.skillId}`, { personId: person.id, ...cell }] as const),
    ),
  );
}

type Look = Awaited<ReturnType<typeof look>>;

/** The difference of two looks, counted without the rules that announced it. */
function measure(before: Look, after: Look) {
  const keys = [...new Set([...before.cells.keys(), ...after.cells.keys()])];
  const pairs = keys.map((key) => ({ personId: key.split(' ')[0], was: before.cells.get(key), is: after.cells.get(key) }));
  const moved = pairs.filter(({ was, is }) => (was?.expectedLevel ?? null) !== (is?.expectedLevel ?? null) || (was?.agreedLevel ?? null) !== (is?.agreedLevel ?? null) || (!was?.marks.includes('review') && is?.marks.includes('review')));
  const met = (gap: number | null | undefined) => gap != null && gap >= 0;
  const below = (gap: number | null | undefined) => gap != null && gap < 0;
  const { come, go, change } = compareFlags(before.flags, after.flags);
  return {
    measuredOtherwise: new Set(moved.map(({ personId }) => personId)).size,
    metToBelow: pairs.filter(({ was, is }) => met(was?.gap) && below(is?.gap)).length,
    belowToMet: pairs.filter(({ was, is }) => below(was?.gap) && met(is?.gap)).length,
    toReview: pairs.filter(({ was, is }) => !was?.marks.includes('review') && is?.marks.includes('review')).length,
    flags: [come.length, go.length, change.length],
    flagsBefore: before.flags.length,
    flagsAfter: after.flags.length,
  };
}

async function announced(context: Context, releaseId: string) {
  const { total } = (await readReleaseImpact(context, releaseId))!;
  const { flags, measuredOtherwise, metToBelow, belowToMet, toReview, flagsBefore, flagsAfter } = total;
  return { measuredOtherwise, metToBelow, belowToMet, toReview, flags: [flags?.come.length, flags?.go.length, flags?.change.length], flagsBefore, flagsAfter };
}

/** Which skills' expectations move by how much, which skill another takes the place of, which change their meaning. */
const anyRelease = fc.record({
  moved: fc.array(fc.record({ level: fc.nat({ max: 3 }), skill: fc.nat({ max: 4 }), to: fc.nat({ max: 4 }) }), { maxLength: 4 }),
  gone: fc.constantFrom(null, 0, 1, 2, 3, 4),
  carried: fc.boolean(),
  meaning: fc.subarray([0, 1, 2, 3, 4]),
  goneRole: fc.constantFrom(null, null, 0, 1),
});

function released(facts: FrameworkFacts, { moved, gone, carried, meaning, goneRole }: typeof anyRelease extends fc.Arbitrary<infer T> ? T : never) {
  const names = facts.skills.map(({ name }) => name).sort();
  const levels = facts.roles.flatMap((role) => role.roleLevels);
  for (const { level, skill, to } of moved) {
    const at = levels[level]!;
    at.expectations = at.expectations.filter(({ skillName }) => skillName !== names[skill]);
    if (to > 0) at.expectations.push({ skillName: names[skill]!, expectedLevel: to });
  }
  const [from, into] = gone === null ? [undefined, undefined] : [names[gone]!, names[(gone + 1) % 5]!];
  if (from !== undefined) {
    for (const at of levels) at.expectations = at.expectations.filter(({ skillName }) => skillName !== from);
    facts.skills = facts.skills.filter(({ name }) => name !== from);
  }
  if (goneRole !== null) facts.roles.splice(goneRole, 1);
  const meaningChanged = meaning.map((at) => names[at]!).filter((name) => name !== from);
  // Only another wording can mean something else: a release of the same words is no new version.
  for (const skill of facts.skills) if (meaningChanged.includes(skill.name)) skill.description = `${skill.name}, said otherwise`;
  const succeeded = from !== undefined && carried ? [{ from, to: into! }] : [];
  return { facts, moves: { renamed: [], succeeded }, meaningChanged };
}

/** One moved expectation as an item of a release. */
function itemOf(facts: FrameworkFacts, level: number, skillName: string): ReleaseItem {
  const [role, roleLevel] = facts.roles.flatMap((one) => one.roleLevels.map((at) => [one, at] as const))[level]!;
  const place = { roleName: role.name, roleLevelName: roleLevel.name };
  const nothing = { choices: [], proposal: null, asks: false, confidence: null, evidence: [] };
  return { ...nothing, key: `moved ${level}`, kind: 'expectation-moved', part: 'role-level', before: [roleLevel.name], after: [roleLevel.name], roleName: role.name, detail: { skillName }, reach: { skillNames: [skillName], roleLevels: [place] } };
}

describe('an item of a release', () => {
  it('changes the flags that it changes where it is the whole release, whatever happened before', async () => {
    const anyMove = fc.record({ level: fc.nat({ max: 3 }), skill: fc.nat({ max: 4 }), to: fc.nat({ max: 4 }) });
    let flags = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(randomWrite, { minLength: 15, maxLength: 30 }), fc.array(anyMove, { minLength: 4, maxLength: 4 }), async (writes, moves) => {
        const organisation = await makeOrganisation(database);
        const writer = await organisation.as('api-write');
        const personIds = Object.values(organisation.people);
        for (const write of writes) await applyWrite(writer, organisation, personIds, write);
        const head = await organisation.as('head-of-service');
        await addCoverageRule(head, organisation.teams.service, { skillId: organisation.skills.lamps, minimumLevel: 1, minimumPeople: 2, reason: null });
        for (const move of moves) {
          const facts = await factsOf(head, organisation);
          const skillName = facts.skills.map(({ name }) => name).sort()[move.skill]!;
          const item = itemOf(facts, move.level, skillName);
          const plan = released(facts, { moved: [move], gone: null, carried: false, meaning: [], goneRole: null });
          const impact = (await readReleaseImpact(head, await openRelease(head, organisation, { ...plan, items: [item] })))!;
          const [alone] = impact.items;
          flags += impact.total.flags!.come.length + impact.total.flags!.go.length + impact.total.flags!.change.length;
          const inOrder = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).sort();
          for (const part of ['come', 'go', 'change'] as const) expect(inOrder(alone!.flags![part])).toEqual(inOrder(impact.total.flags![part]));
          expect([alone!.people, alone!.measuredOtherwise, alone!.metToBelow, alone!.belowToMet]).toEqual([impact.total.people, impact.total.measuredOtherwise, impact.total.metToBelow, impact.total.belowToMet]);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(flags).toBeGreaterThan(0);
  }, 120_000);
});

describe('what a release is announced to do to people', () => {
  it('is what is measured after it was published, whatever happened before and whatever it changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomWrite, { minLength: 10, maxLength: 30 }), anyRelease, async (writes, change) => {
        const organisation = await makeOrganisation(database, { people: { eve: { team: 'lights', roleLevel: 'seniorKeeper' }, fay: { team: 'boats', roleLevel: 'crew' } } });
        const writer = await organisation.as('api-write');
        const personIds = Object.values(organisation.people);
        for (const write of writes) await applyWrite(writer, organisation, personIds, write);
        const head = await organisation.as('head-of-service');
        for (const [skillId, teamId] of [[organisation.skills.boats, organisation.teams.service], [organisation.skills.lamps, organisation.teams.lights]]) {
          await addCoverageRule(head, teamId!, { skillId: skillId!, minimumLevel: 2, minimumPeople: 2, reason: null });
        }
        const releaseId = await openRelease(head, organisation, released(await factsOf(head, organisation), change));
        const before = await look(head, organisation);
        const said = await announced(head, releaseId);
        expect(await publishRelease(head, releaseId, 0)).toMatchObject({ ok: true });
        expect(said).toEqual(measure(before, await look(head, organisation)));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('has the disagreement of two voices of which one comes from a skill that goes', async () => {
    const organisation = await makeOrganisation(database);
    const writer = await organisation.as('api-write');
    const head = await organisation.as('head-of-service');
    const facts = await factsOf(head, organisation);
    const names = facts.skills.map(({ name }) => name).sort();
    const skills = [...(await readAssessableSkills(head)).values()];
    const say = (name: string, source: 'self' | 'manager', level: number) =>
      saveAssessment(writer, organisation.people.ben, { assessedOn: todayOf(writer), entries: [{ skillId: skills.find((one) => one.name === name)!.id, source, level, note: null, undefinedConfirmed: true }] });
    await say(names[0]!, 'self', 3);
    await say(names[1]!, 'manager', 0);
    const releaseId = await openRelease(head, organisation, released(facts, { moved: [], gone: 0, carried: true, meaning: [], goneRole: null }));
    const before = await look(head, organisation);
    const { total } = (await readReleaseImpact(head, releaseId))!;
    expect(total.flags?.come.map(({ kind, skill }) => [kind, skill?.name])).toContainEqual(['disagreement', names[1]]);
    const said = await announced(head, releaseId);
    expect(await publishRelease(head, releaseId, 0)).toMatchObject({ ok: true });
    expect(said).toEqual(measure(before, await look(head, organisation)));
  });
});
