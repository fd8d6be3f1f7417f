import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ReleaseChoice, ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { assessment, currentAssessment, frameworkRelease } from '#db/schema/index.ts';
import { downloadsOf, type GeneratedRelease, generatedRelease } from '#tests/fixtures/generated-release.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import type { FileReading } from '#app/services/framework/files/file-reading.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { readVersionIdentities, type VersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { decideRelease } from './decide-release.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { readReleaseEffects } from './read-release-effects.server.ts';
import { readRelease, type ReleaseDetail } from './read-release.server.ts';
import { settleUpload } from './settle-upload.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const none = { currentAssessments: 0, teamSkillSummaries: 0 };

interface Placed {
  personId: string;
  roleName: string;
  roleLevelName: string;
}

/** One person in each role level, agreed to hold some skills at some level. */
async function placeEverywhere(context: Context, { base, dice }: GeneratedRelease, ids: VersionIdentities): Promise<Placed[]> {
  const added = await addTeam(context, { name: 'Crew', parentId: null });
  const teamId = added.ok ? added.value.teamId : '';
  const placed: Placed[] = [];
  for (const role of base.roles) {
    const levels = ids.roleLevels.get(ids.roles.get(nameKey(role.name)) ?? '');
    for (const level of role.roleLevels) {
      const roleLevelId = levels?.get(nameKey(level.name)) ?? '';
      const person = { name: level.name, email: null, grade: null, startsOn: '2026-01-05', leavesOn: null, teamId, roleLevelId };
      const outcome = await addPerson(context, person);
      if (!outcome.ok) throw new Error(outcome.problem.message);
      const { personId } = outcome.value;
      const skills = base.skills.filter((_, at) => (dice[at % dice.length] ?? 0) % 3 !== 0);
      const entries = skills.map(({ name }, at) => ({ skillId: ids.skills.get(nameKey(name)) ?? '', source: 'agreed' as const, level: (at + placed.length) % 5, note: null }));
      if (entries.length > 0) await saveAssessment(context, personId, { entries });
      placed.push({ personId, roleName: role.name, roleLevelName: level.name });
    }
  }
  return placed;
}

async function openRelease(context: Context, { next, changeNotes }: GeneratedRelease): Promise<string> {
  const { organisationId } = context.db;
  const id = randomUUID();
  await context.db.transaction((tx) => tx.insert(frameworkRelease).values({ organisationId, id, uploadId: id, state: 'reading', label: 'Next', createdAt: context.now }));
  const readings = downloadsOf(next).map(({ file, kind, facts }, at): FileReading => ({ file, reading: { ok: true, kind, facts, notices: [], ...(at === 0 ? { changeNotes } : {}) } }));
  await settleUpload(context.db, id, { readings, now: context.now });
  return id;
}

/** Decides by the dice until nothing is left to decide. */
async function decideAll(context: Context, id: string, dice: readonly number[]): Promise<ReleaseDetail> {
  for (let round = 0; round < 10; round += 1) {
    const release = await readRelease(context, id);
    const asked = release.plan?.items.filter(({ key }) => release.plan?.undecided.includes(key)) ?? [];
    if (asked.length === 0) return release;
    const choice = (item: ReleaseItem, at: number): ReleaseChoice => item.choices[(dice[(at + round) % dice.length] ?? 0) % item.choices.length]!;
    const outcome = await decideRelease(context, id, { revision: release.revision, decisions: Object.fromEntries(asked.map((item, at) => [item.key, choice(item, at)])) });
    if (!outcome.ok) throw new Error(outcome.problem.message);
  }
  throw new Error('The questions do not come to an end.');
}

async function records(context: Context) {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => ({
    recorded: await tx.select().from(assessment).where(eq(assessment.organisationId, organisationId)).orderBy(assessment.sequence),
    cells: await tx.select().from(currentAssessment).where(eq(currentAssessment.organisationId, organisationId)).orderBy(currentAssessment.personId, currentAssessment.skillId),
  }));
}

type Records = Awaited<ReturnType<typeof records>>;
const expectedOf = (cells: Records['cells'], personId: string) =>
  new Map(cells.flatMap((cell) => (cell.personId === personId && cell.expectedLevel !== null ? [[cell.skillId, cell.expectedLevel] as const] : [])));

/** What the items say that somebody is expected to hold afterwards, by the id of the skill. */
function foretold(before: Map<string, number>, person: Placed, told: { release: ReleaseDetail; was: VersionIdentities; is: VersionIdentities }): Map<string, number> {
  const { release, was, is } = told;
  const plan = release.plan!;
  const isHere = (name: string | undefined, other: string) => nameKey(name ?? '') === nameKey(other);
  const accepted = ({ key, proposal }: ReleaseItem) => (release.decisions[key] ?? proposal) === 'accept';
  const goneRole = plan.items.some((item) => item.kind === 'gone' && item.part === 'role' && isHere(item.before[0], person.roleName) && accepted(item));
  const renamedTo = (part: string, name: string, roleName: string | null) =>
    plan.moves.renamed.find((move) => move.part === part && isHere(move.from, name) && (roleName === null || isHere(move.roleName ?? '', roleName)))?.to ?? name;
  const roleNow = renamedTo('role', person.roleName, null);
  const levelNow = renamedTo('role-level', person.roleLevelName, person.roleName);
  const goneLevel = plan.items.some((item) => item.kind === 'level-gone' && isHere(item.roleName ?? '', roleNow) && isHere(item.before[0], person.roleLevelName) && accepted(item));
  if (goneRole || goneLevel) return new Map();
  const staying = new Set(is.skills.values());
  const after = new Map([...before].filter(([skillId]) => staying.has(skillId)));
  const skillId = (name: string | undefined) => is.skills.get(nameKey(name ?? '')) ?? was.skills.get(nameKey(name ?? '')) ?? '';
  for (const item of plan.items) {
    if (!item.kind.startsWith('expectation-') || !isHere(item.roleName ?? '', roleNow) || !isHere(item.after[0], levelNow)) continue;
    const level = item.detail.levelAfter ?? null;
    if (level === null) after.delete(skillId(item.detail.skillName));
    else after.set(skillId(item.detail.skillName), level);
  }
  return after;
}

/** Skills that are new, merged or split: what is expected of them comes and goes with that item, which says no levels. */
function mixedSkills({ plan, decisions }: ReleaseDetail, was: VersionIdentities, is: VersionIdentities): Set<string | undefined> {
  const mixed = plan!.items.filter(({ key, kind, part }) => part === 'skill' && (kind === 'new' || ((kind === 'merged' || kind === 'split') && decisions[key] !== 'separate')));
  return new Set(mixed.flatMap(({ before, after }) => [...before, ...after].flatMap((name) => [was.skills.get(nameKey(name)), is.skills.get(nameKey(name))])));
}

describe('any release', () => {
  it('leaves what was recorded of people as it is, moves what is expected of them as its items say, and can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRelease(), async (generated) => {
        const context = await contextAs(database, { accessRole: 'administrator', organisationId: await addOrganisation(database), alsoLeads: true });
        const { organisationId } = context.db;
        const { versionId } = await publishVersion(context, { frameworkKey: 'gdad', frameworkName: 'Ships', kind: 'gdad', label: 'First', facts: generated.base });
        const identities = (id: string) => context.db.transaction((tx) => readVersionIdentities(tx, organisationId, id));
        const was = await identities(versionId);
        const placed = await placeEverywhere(context, generated, was);
        const before = await records(context);
        const id = await openRelease(context, generated);
        const release = await decideAll(context, id, generated.dice);
        const effects = await readReleaseEffects(context, id);
        const published = await publishRelease(context, id, release.revision);
        if (!published.ok) throw new Error(published.problem.message);
        const after = await records(context);
        expect(after.recorded).toEqual(before.recorded);
        expect(await measureDrift(context.db, today)).toEqual(none);
        const is = await identities(published.value.versionId);
        const mixed = mixedSkills(release, was, is);
        for (const person of placed) {
          const expected = foretold(expectedOf(before.cells, person.personId), person, { release, was, is });
          const told = (levels: ReadonlyMap<string, number>) => Object.fromEntries([...levels].filter(([skillId]) => !mixed.has(skillId)));
          expect(told(expectedOf(after.cells, person.personId)), person.roleLevelName).toEqual(told(expected));
        }
        expect((await readReleaseEffects(context, id)).after).toEqual(effects.after);
        if (!published.value.isNew) return;
        expect(await withdrawRelease(context, id)).toMatchObject({ ok: true });
        expect(await records(context)).toEqual(before);
        expect(await measureDrift(context.db, today)).toEqual(none);
      }),
      // Making a failing release smaller would publish it some hundred times.
      { numRuns: 12, endOnFailure: true },
    );
  }, 300_000);
});
