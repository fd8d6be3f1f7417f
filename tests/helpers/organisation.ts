import { randomUUID } from 'node:crypto';
import type { AccessRole } from '#app/domain/access/access-role.ts';
import type { Context } from '#app/platform/context.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import {
  accessGrant,
  appUser,
  cycle,
  expectation,
  framework,
  frameworkAdoption,
  frameworkRelease,
  frameworkVersion,
  jobDescription,
  membership,
  organisation,
  person,
  placement,
  role,
  roleContent,
  roleLevel,
  roleLevelContent,
  scaleStep,
  scoringScheme,
  skill,
  skillContent,
  skillLevel,
  team,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { contextAs, type ViewerWanted } from './context-as.ts';
import type { TestDatabase } from './database.ts';

const createdAt = new Date('2025-01-01T09:00:00Z');

/** Of 32 random bytes that are kept nowhere: nobody signs in with it. */
const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$YOo3vEkvaAaWmSZEc8VegQ$qGCFGXZvfAdDBLj/LIiVL9FHzoEQaq/QGoGUq1NcNp8';

const skillNames = {
  lamps: 'Lamp keeping',
  signals: 'Signalling',
  boats: 'Boat handling',
  charts: 'Chart reading',
  knots: 'Knot tying',
};
type SkillName = keyof typeof skillNames;

/** The framework leaves these undefined. */
const undefinedLevels: Partial<Record<SkillName, number[]>> = { charts: [1, 2] };

/** Nobody is expected to tie knots. Reading charts at 2 is expected and undefined. */
const expectations = {
  juniorKeeper: { role: 'keeper', name: 'Junior keeper', seniority: 1, expects: { lamps: 1, signals: 2 } },
  seniorKeeper: { role: 'keeper', name: 'Senior keeper', seniority: 2, expects: { lamps: 3, signals: 2, charts: 4 } },
  crew: { role: 'boatman', name: 'Crew', seniority: 1, expects: { boats: 2, signals: 1 } },
  coxswain: { role: 'boatman', name: 'Coxswain', seniority: 2, expects: { boats: 4, charts: 2 } },
} as const;
export type RoleLevelName = keyof typeof expectations;
const roleNames = { keeper: 'Keeper', boatman: 'Boatman' };

const teamNames = { service: 'Coast service', lights: 'Lights', boats: 'Boats' };
export type TeamName = keyof typeof teamNames;

export interface PersonWanted {
  team: TeamName;
  roleLevel: RoleLevelName;
  /** ISO date; 2025-01-01 unless given. */
  startsOn?: string;
  leavesOn?: string;
}

const firstPeople = {
  ada: { team: 'lights', roleLevel: 'seniorKeeper' },
  ben: { team: 'lights', roleLevel: 'juniorKeeper' },
  cyd: { team: 'boats', roleLevel: 'coxswain' },
  dan: { team: 'boats', roleLevel: 'crew' },
} as const satisfies Record<string, PersonWanted>;
type FirstPerson = keyof typeof firstPeople;

type Ids<K extends string> = Record<K, string>;

/** What makeOrganisation made: ids by short names. */
export interface TestOrganisation {
  id: string;
  /** Stands in every name of the organisation and in no other's. */
  canary: string;
  frameworkId: string;
  versionId: string;
  skills: Ids<SkillName>;
  roles: Ids<keyof typeof roleNames>;
  roleLevels: Ids<RoleLevelName>;
  /** Of a senior keeper. */
  jobDescriptionId: string;
  /** A release whose documents were refused. */
  releaseId: string;
  /** A round of the service that is planned and asks nobody yet. */
  cycleId: string;
  /** A scoring scheme that is off. */
  schemeId: string;
  /** The service has the two others under it. */
  teams: Ids<TeamName>;
  people: Ids<FirstPerson> & Record<string, string>;
  /** The head of the service; the manager of the lights, who is Ada and stands in that team. */
  users: Ids<'head' | 'manager'>;
  /** The context of somebody with this access role in the organisation. */
  as(accessRole: AccessRole, wanted?: Omit<ViewerWanted, 'accessRole' | 'organisationId'>): Promise<Context>;
}

function idsFor<K extends string>(names: Record<K, unknown>): Ids<K> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, randomUUID()])) as Ids<K>;
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

type Made = Omit<TestOrganisation, 'as'>;

async function insertFramework(tx: Tx, made: Made): Promise<void> {
  const { id: organisationId, frameworkId, versionId, canary } = made;
  const own = { organisationId, versionId };
  await tx.insert(framework).values({ organisationId, id: frameworkId, key: 'coast', name: `Coast framework ${canary}`, kind: 'own' });
  await tx.insert(frameworkVersion).values({ organisationId, id: versionId, frameworkId, label: 'First', fingerprint: canary, publishedAt: createdAt });
  await tx.insert(frameworkAdoption).values({ organisationId, frameworkId, versionId, adoptedAt: createdAt });
  const steps = ['Awareness', 'Working', 'Practitioner', 'Expert'];
  await tx.insert(scaleStep).values(steps.map((name, index) => ({ ...own, ordinal: index + 1, name })));
  const skills = entriesOf(skillNames).map(([key, name]) => ({ organisationId, key, skillId: made.skills[key], name: `${name} ${canary}` }));
  await tx.insert(skill).values(skills.map(({ key, skillId, name }) => ({ organisationId, id: skillId, frameworkId, key, name })));
  await tx.insert(skillContent).values(skills.map(({ skillId, name }) => ({ ...own, skillId, name })));
  const levels = skills.flatMap(({ key, skillId }) =>
    steps.map((_, index) => {
      const defined = !undefinedLevels[key]?.includes(index + 1);
      return { ...own, skillId, ordinal: index + 1, defined, statements: defined ? [`Does it at step ${index + 1} ${canary}.`] : [] };
    }),
  );
  await tx.insert(skillLevel).values(levels);
  const roles = entriesOf(roleNames).map(([key, name]) => ({ key, roleId: made.roles[key], name: `${name} ${canary}` }));
  await tx.insert(role).values(roles.map(({ key, roleId, name }) => ({ organisationId, id: roleId, frameworkId, key, name })));
  await tx.insert(roleContent).values(roles.map(({ roleId, name }) => ({ ...own, roleId, name })));
  await insertRoleLevels(tx, made);
}

async function insertRoleLevels(tx: Tx, made: Made): Promise<void> {
  const { id: organisationId, versionId, canary } = made;
  const own = { organisationId, versionId };
  const levels = entriesOf(expectations).map(([key, level]) => ({ key, level, roleLevelId: made.roleLevels[key], name: `${level.name} ${canary}` }));
  await tx.insert(roleLevel).values(levels.map(({ key, level, roleLevelId, name }) => ({ organisationId, id: roleLevelId, roleId: made.roles[level.role], key, name })));
  await tx.insert(roleLevelContent).values(levels.map(({ level, roleLevelId, name }) => ({ ...own, roleLevelId, name, seniority: level.seniority, seniorityStated: true })));
  const expected = levels.flatMap(({ level, roleLevelId }) =>
    entriesOf<SkillName, number>(level.expects as Record<SkillName, number>).map(([skillName, expectedLevel]) => ({ ...own, roleLevelId, skillId: made.skills[skillName], expectedLevel })),
  );
  await tx.insert(expectation).values(expected);
}

async function insertJobDescription(tx: Tx, { id: organisationId, jobDescriptionId, roleLevels, versionId, canary }: Made): Promise<void> {
  const said = `Keep the light ${canary}`;
  const sections = { advert: said, purpose: said, duties: [said], specification: [{ area: said, essential: [said], desirable: [said] }], howToApply: said };
  await tx.insert(jobDescription).values({ organisationId, id: jobDescriptionId, roleLevelId: roleLevels.seniorKeeper, versionId, title: said, sections, createdAt, changedAt: createdAt });
}

async function insertRelease(tx: Tx, { id: organisationId, releaseId, canary }: Made): Promise<void> {
  const refusals = [{ file: `${canary}.csv`, row: null, column: null, message: `Not readable ${canary}` }];
  await tx.insert(frameworkRelease).values({ organisationId, id: releaseId, uploadId: releaseId, state: 'refused', label: `Imported ${canary}`, refusals, createdAt });
}

async function insertRound(tx: Tx, { id: organisationId, cycleId, schemeId, teams, canary }: Made): Promise<void> {
  await tx.insert(cycle).values({ organisationId, id: cycleId, name: `Planned ${canary}`, teamId: teams.service, opensOn: '2026-09-01', closesOn: '2026-10-31' });
  const rules = { points: { below: 0, at: 1, above: 2 }, bestOf: null, unassessedAllowed: 0, bands: [{ name: `Band ${canary}`, from: 1 }] };
  await tx.insert(scoringScheme).values({ organisationId, id: schemeId, name: `Scheme ${canary}`, rules, createdAt });
}

async function insertPeople(tx: Tx, made: Made, people: Record<string, PersonWanted>): Promise<void> {
  const { id: organisationId, canary, teams } = made;
  const named = entriesOf(teamNames).map(([key, name]) => ({ organisationId, id: teams[key], parentId: key === 'service' ? null : teams.service, name: `${name} ${canary}`, createdAt }));
  await tx.insert(team).values(named);
  const wanted = Object.entries(people).map(([name, one]) => ({ ...one, name, personId: made.people[name]!, startsOn: one.startsOn ?? '2025-01-01' }));
  await tx.insert(person).values(
    wanted.map(({ name, personId, startsOn, leavesOn = null }) => ({ organisationId, id: personId, name: `${name} ${canary}`, email: `${name}@${canary}.example`, startsOn, leavesOn, createdAt })),
  );
  await tx.insert(placement).values(
    wanted.map(({ personId, startsOn, ...one }) => ({ organisationId, id: randomUUID(), personId, teamId: teams[one.team], roleLevelId: made.roleLevels[one.roleLevel], startsOn, createdAt })),
  );
}

async function insertUsers(tx: Tx, { id: organisationId, canary, teams, people, users }: Made): Promise<void> {
  await tx.insert(appUser).values(entriesOf(users).map(([name, userId]) => ({ id: userId, email: `${name}@${canary}.example`, name: `${name} ${canary}`, passwordHash, createdAt })));
  await tx.insert(membership).values([
    { organisationId, userId: users.head, createdAt },
    { organisationId, userId: users.manager, personId: people.ada, createdAt },
  ]);
  await tx.insert(accessGrant).values([
    { organisationId, id: randomUUID(), userId: users.head, accessRole: 'head-of-service', teamId: teams.service, createdAt },
    { organisationId, id: randomUUID(), userId: users.manager, accessRole: 'team-manager', teamId: teams.lights, createdAt },
  ]);
}

/**
 * A small organisation of its own for a test: a framework of five skills and four role levels, a
 * service with two teams under it, four people and whom else the test asks for, two users. Nobody is
 * assessed yet. Everything stands as of 2026-06-01.
 */
export async function makeOrganisation(
  db: Pick<TestDatabase, 'tenant'>,
  { people: further = {} }: { people?: Record<string, PersonWanted> } = {},
): Promise<TestOrganisation> {
  const id = randomUUID();
  const people = { ...firstPeople, ...further };
  const made: Made = {
    id,
    canary: `canary-${id.slice(0, 8)}`,
    frameworkId: randomUUID(),
    versionId: randomUUID(),
    skills: idsFor(skillNames),
    roles: idsFor(roleNames),
    roleLevels: idsFor(expectations),
    jobDescriptionId: randomUUID(),
    releaseId: randomUUID(),
    cycleId: randomUUID(),
    schemeId: randomUUID(),
    teams: idsFor(teamNames),
    people: idsFor(people),
    users: idsFor({ head: 0, manager: 0 }),
  };
  const tenant = db.tenant(id);
  await tenant.transaction(async (tx) => {
    await tx.insert(organisation).values({ id, slug: made.canary, name: `Coast ${made.canary}`, createdAt });
    await insertFramework(tx, made);
    await insertJobDescription(tx, made);
    await insertRelease(tx, made);
    await insertPeople(tx, made, people);
    await insertRound(tx, made);
    await insertUsers(tx, made);
  });
  await rebuildCurrent(tenant, '2026-06-01');
  return { ...made, as: (accessRole, wanted = {}) => contextAs(db, { accessRole, organisationId: id, ...wanted }) };
}
