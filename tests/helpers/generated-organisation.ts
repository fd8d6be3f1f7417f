import { keepSnapshot } from '#db/current/keep-snapshot.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import {
  assessment, coverageRule, cycle, cycleParticipant, dispute, expectation, framework, frameworkAdoption, frameworkVersion, organisation, person, placement, role,
  roleContent, roleLevel, roleLevelContent, scaleStep, skill, skillContent, skillLevel, team,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { TestDatabase } from './database.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** Today, an earlier day to compare with, and the day on which rounds were closed. */
export const generatedDays = { today: '2026-06-01', before: '2026-02-10', closed: '2026-03-31' } as const;

export interface GeneratedOrganisation {
  id: string;
  /** The top of the tree of teams. */
  rootId: string;
  teamIds: string[];
  skillIds: string[];
  people: number;
  /** A round that is closed; `isKept` where what it said was kept as it closed. Null without one. */
  round: { id: string; isKept: boolean } | null;
}

const createdAt = new Date('2024-01-01T09:00:00Z');

/** Names as somebody might give them, or might try to. */
const endings = ['', '', '', ' <script>alert(1)</script>', ' "&amp;\' ]]>', ', and\tmore', ' \u202Egnp.exe', ' O’Brien-Żółć 你好', ' | é\u0301'];
const beginnings = ['', '', '', '', '=cmd|', '+', '@', '-'];

interface Plan {
  random: SeededRandom;
  organisationId: string;
  teams: { id: string; parentId: string | null }[];
  skills: { id: string; undefinedLevels: number[] }[];
  roleLevels: { id: string; roleId: string; seniority: number }[];
  people: string[];
  versionId: string;
}

const nameOf = (random: SeededRandom, what: string) => `${random.one(beginnings)}${what}${random.one(endings)}`;

/** Teams one to three levels deep. */
function planTeams(random: SeededRandom): Plan['teams'] {
  const teams: Plan['teams'] = [{ id: random.id(), parentId: null }];
  let above = [teams[0]!];
  for (let depth = random.upTo(2); depth > 0; depth -= 1) {
    const below = above.flatMap(({ id }) => Array.from({ length: 1 + random.upTo(2) }, () => ({ id: random.id(), parentId: id })));
    teams.push(...below);
    above = below;
  }
  return teams;
}

function planOrganisation(seed: number): Plan {
  const random = seededRandom(seed);
  const teams = planTeams(random);
  const levelsOf = () => [1, 2, 3, 4].filter(() => random.often(0.12));
  const skills = Array.from({ length: 3 + random.upTo(4) }, () => ({ id: random.id(), undefinedLevels: levelsOf() }));
  const roleIds = Array.from({ length: 1 + random.upTo(1) }, () => random.id());
  const roleLevels = roleIds.flatMap((roleId) => Array.from({ length: 1 + random.upTo(2) }, (_, at) => ({ id: random.id(), roleId, seniority: at + 1 })));
  const people = Array.from({ length: random.upTo(25) }, () => random.id());
  return { random, organisationId: random.id(), teams, skills, roleLevels, people, versionId: random.id() };
}

async function insertFramework(tx: Tx, { random, organisationId, skills, roleLevels, versionId }: Plan): Promise<void> {
  const frameworkId = random.id();
  const own = { organisationId, versionId };
  await tx.insert(framework).values({ organisationId, id: frameworkId, key: 'own', name: nameOf(random, 'Trades'), kind: 'own' });
  await tx.insert(frameworkVersion).values({ organisationId, id: versionId, frameworkId, label: 'First', fingerprint: versionId, publishedAt: createdAt });
  await tx.insert(frameworkAdoption).values({ organisationId, frameworkId, versionId, adoptedAt: createdAt });
  await tx.insert(scaleStep).values(['Aware', 'Working', 'Able <b>', 'Expert & more'].map((name, at) => ({ ...own, ordinal: at + 1, name })));
  const named = skills.map(({ id }, at) => ({ id, key: `s${at}`, name: nameOf(random, `Skill ${at}`) }));
  await tx.insert(skill).values(named.map((one) => ({ ...one, organisationId, frameworkId })));
  await tx.insert(skillContent).values(named.map(({ id, name }) => ({ ...own, skillId: id, name })));
  await tx.insert(skillLevel).values(
    skills.flatMap(({ id, undefinedLevels }) =>
      [1, 2, 3, 4].map((ordinal) => {
        const defined = !undefinedLevels.includes(ordinal);
        return { ...own, skillId: id, ordinal, defined, statements: defined ? [`Does it at ${ordinal}.`] : [] };
      }),
    ),
  );
  const roles = [...new Set(roleLevels.map(({ roleId }) => roleId))].map((id, at) => ({ id, key: `r${at}`, name: nameOf(random, `Role ${at}`) }));
  await tx.insert(role).values(roles.map((one) => ({ ...one, organisationId, frameworkId })));
  await tx.insert(roleContent).values(roles.map(({ id, name }) => ({ ...own, roleId: id, name })));
  const levels = roleLevels.map((level, at) => ({ ...level, key: `l${at}`, name: nameOf(random, `Level ${at}`) }));
  await tx.insert(roleLevel).values(levels.map(({ id, roleId, key, name }) => ({ organisationId, id, roleId, key, name })));
  await tx.insert(roleLevelContent).values(levels.map(({ id, name, seniority }) => ({ ...own, roleLevelId: id, name, seniority, seniorityStated: true })));
  const expected = roleLevels.flatMap((level) =>
    skills.filter(() => random.often(0.65)).map(({ id }) => ({ ...own, roleLevelId: level.id, skillId: id, expectedLevel: 1 + random.upTo(3) })),
  );
  if (expected.length > 0) await tx.insert(expectation).values(expected);
}

async function insertPeople(tx: Tx, { random, organisationId, teams, roleLevels, people }: Plan): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((id, at) => ({
    organisationId,
    id,
    name: nameOf(random, `Person ${at % 20}`),
    startsOn: random.one(['2024-03-01', '2024-03-01', '2024-03-01', '2026-01-05', '2026-05-01', '2026-07-01']),
    leavesOn: random.one([null, null, null, null, null, '2026-04-30', generatedDays.today, '2026-08-31']),
    createdAt,
  }));
  const standing = rows.map((row) => ({ ...row, leavesOn: row.leavesOn !== null && row.leavesOn < row.startsOn ? null : row.leavesOn }));
  await tx.insert(person).values(standing);
  const place = () => ({ organisationId, id: random.id(), teamId: random.one(teams).id, roleLevelId: random.one(roleLevels).id, createdAt });
  await tx.insert(placement).values(
    standing.flatMap(({ id: personId, startsOn }) => {
      const moved = startsOn < '2026-02-01' && random.often(0.3) ? '2026-04-15' : null;
      const first = { ...place(), personId, startsOn, endsOn: moved };
      return moved === null ? [first] : [first, { ...place(), personId, startsOn: moved, endsOn: null }];
    }),
  );
}

async function insertAssessments(tx: Tx, { random, organisationId, skills, people, versionId }: Plan): Promise<void> {
  const rows: (typeof assessment.$inferInsert)[] = [];
  for (const personId of people) {
    for (const { id: skillId } of skills) {
      const kinds = random.one([[], [], [1], [2], [1, 2], [3], [3], [1, 2, 3], [1, 2, 3], [3, 3]]);
      for (const source of kinds) {
        const isExempt = source === 3 && random.often(0.08);
        rows.push({
          organisationId, id: random.id(), personId, skillId, frameworkVersionId: versionId, source, assessorName: 'Somebody', recordedAt: createdAt,
          level: isExempt || random.often(0.1) ? null : random.upTo(4),
          assessedOn: random.one(['2024-04-01', '2025-05-31', '2025-06-01', '2025-11-20', '2026-01-12', '2026-03-03', '2026-05-29', generatedDays.today]),
          ...(isExempt && { exemptUntil: random.one(['2026-01-31', generatedDays.today, '2026-12-31']), exemptReason: 'Away' }),
        });
      }
    }
  }
  if (rows.length === 0) return;
  await tx.insert(assessment).values(rows);
  const disputed = new Map(rows.filter(({ source, level }) => source === 3 && level !== null && random.often(0.1)).map((row) => [`${row.personId}/${row.skillId}`, row]));
  const raised = { raisedOn: '2026-05-30', raisedAt: createdAt, words: 'It is more than that.' };
  if (disputed.size > 0) {
    await tx.insert(dispute).values([...disputed.values()].map(({ id, personId, skillId }) => ({ ...raised, organisationId, id: random.id(), personId, skillId, assessmentId: id })));
  }
}

async function insertRound(tx: Tx, { random, organisationId, teams, people }: Plan): Promise<GeneratedOrganisation['round']> {
  if (people.length === 0 || random.often(0.4)) return null;
  const [id, isKept] = [random.id(), random.often(0.5)];
  const at = new Date(`${generatedDays.closed}T12:00:00Z`);
  await tx.insert(cycle).values({ organisationId, id, name: nameOf(random, 'Round'), state: 'closed', opensOn: '2026-01-10', closesOn: generatedDays.closed, openedAt: createdAt, closedAt: at });
  await tx.insert(cycleParticipant).values(people.map((personId) => ({ organisationId, cycleId: id, personId, teamId: teams[0]!.id })));
  return { id, isKept };
}

/**
 * A small organisation of a seed, the same each time: one to three levels of teams, up to 25 people with names that may hurt, leavers and
 * people still to come, some of them moved, levels of every voice, not observed, exempt, stale, disputed or not defined by the framework,
 * perhaps a rule and a closed round. `rebuildCurrent` has been run; what a kept round says is what stands today.
 */
export async function generateOrganisation(db: Pick<TestDatabase, 'tenant'>, seed: number): Promise<GeneratedOrganisation> {
  const plan = planOrganisation(seed);
  const { random, organisationId, teams, skills, people } = plan;
  const tenant = db.tenant(organisationId);
  const round = await tenant.transaction(async (tx) => {
    await tx.insert(organisation).values({ id: organisationId, slug: `generated-${seed}`, name: nameOf(random, 'Organisation'), createdAt });
    await tx.insert(team).values(teams.map((one, at) => ({ ...one, organisationId, name: nameOf(random, `Team ${at}`), createdAt })));
    await insertFramework(tx, plan);
    await insertPeople(tx, plan);
    await insertAssessments(tx, plan);
    if (random.often(0.5)) await tx.insert(coverageRule).values({ organisationId, id: random.id(), teamId: random.one(teams).id, skillId: random.one(skills).id, minimumLevel: 2, minimumPeople: 2, createdAt });
    return insertRound(tx, plan);
  });
  await rebuildCurrent(tenant, generatedDays.today);
  if (round?.isKept) await tenant.transaction((tx) => keepSnapshot(tx, organisationId, round.id, generatedDays.today));
  return { id: organisationId, rootId: teams[0]!.id, teamIds: teams.map(({ id }) => id), skillIds: skills.map(({ id }) => id), people: people.length, round };
}
