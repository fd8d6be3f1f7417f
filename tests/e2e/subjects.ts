import { randomUUID } from 'node:crypto';
import type { AccessSubject } from '#app/domain/access/viewer.ts';
import type { TestOrganisation } from '#tests/helpers/organisation.ts';
import type { Demo } from './demo.ts';
import type { RouteEntry } from './route-table.ts';

/** Something that an address can name. */
export interface Subject {
  /** What stands in the address. */
  value: string;
  called: string;
  /** As the domain sees it; null where the organisation has no such thing. */
  about: AccessSubject | null;
  /** A team that stands under another one. */
  isBelow?: boolean;
  /** Of what is no id at all: which of the odd texts it is, counted from 0. */
  oddity?: number;
}

export interface Subjects {
  teams: Subject[];
  people: Subject[];
  roles: Subject[];
  skills: Subject[];
  /** Skills by their ids, where an address names one beside a person. */
  skillIds: Subject[];
  users: Subject[];
  organisations: Subject[];
  notices: Subject[];
  jobDescriptions: Subject[];
  versions: Subject[];
  releases: Subject[];
  formats: Subject[];
  imports: Subject[];
  cycles: Subject[];
  schemes: Subject[];
}

function absent(own: string, foreign: string): Subject[] {
  const ids = { 'another organisation’s': foreign, random: randomUUID() };
  const odd = { malformed: 'x', 'SQL in place of an id': "' or true --", 'in capitals': own.toUpperCase() };
  return [
    ...Object.entries(ids).map(([called, value]) => ({ value, called, about: null })),
    ...Object.entries(odd).map(([called, value], oddity) => ({ value: encodeURIComponent(value), called, about: null, oddity })),
  ];
}

/** They ask everything: whoever may do most, signed in or by key, and whoever may do nothing. */
const thorough = ['headOfService', 'administrator', 'API key (write)', 'somebody signed out'];

/**
 * Whether it is this asker's turn to ask about this subject. Ids of our own, of another organisation and of nobody are asked by
 * everybody; odd texts in place of an id by whoever is thorough and, shared out, by the others: they are refused before it
 * matters who asks.
 */
export function isTurnOf(asker: { name: string }, { oddity }: Subject): boolean {
  return oddity === undefined || thorough.includes(asker.name) || asker.name.length % 3 === oddity;
}

/** Teams and people of each kind that a permission can tell apart, seen from the manager of the service desk. */
export function subjectsOf(demo: Demo, other: TestOrganisation): Subjects {
  const team = (name: string, isBelow: boolean): Subject => {
    const value = demo.team(name);
    return { value, called: `team ${name}`, about: { teamId: value }, isBelow };
  };
  const person = (name: string, teamName: string): Subject => {
    const value = demo.person(name);
    return { value, called: name, about: { personId: value, teamId: demo.team(teamName), roleId: demo.heldRole(name) } };
  };
  return {
    teams: [
      team('Digital service operations', false),
      team('Service desk', true),
      team('Incident and problem', true),
      ...absent(demo.team('Service desk'), other.teams.lights),
    ],
    people: [
      person('Caroline Hartnoll', 'Digital service operations'),
      person('Anita Rowbotham', 'Service desk'),
      person('Jodie Wetherby', 'Service desk'),
      person('Graham Whitlock', 'Incident and problem'),
      ...absent(demo.person('Jodie Wetherby'), other.people.ada),
    ],
    roles: [
      { value: 'incident-manager', called: 'a role', about: {} },
      { value: 'no-such-role', called: 'an unknown role', about: null },
    ],
    skills: [
      { value: 'continuity-management', called: 'a skill', about: {} },
      { value: 'no-such-skill', called: 'an unknown skill', about: null },
    ],
    skillIds: [{ value: demo.skill('User focus'), called: 'a skill of a person', about: {} }, ...absent(demo.skill('User focus'), other.skills.lamps)],
    users: [
      { value: demo.user('bystander'), called: 'a user of ours', about: { userId: demo.user('bystander') } },
      { value: demo.user('administrator'), called: 'the administrator', about: { userId: demo.user('administrator') } },
      ...absent(demo.user('bystander'), other.users.head),
    ],
    jobDescriptions: [
      { value: demo.jobDescriptionId, called: 'a job description', about: {} },
      ...absent(demo.jobDescriptionId, other.jobDescriptionId),
    ],
    releases: [
      { value: demo.releaseId, called: 'a release of the framework', about: {} },
      ...absent(demo.releaseId, other.releaseId),
    ],
    versions: [
      { value: demo.versionId, called: 'a version of the framework', about: {} },
      ...absent(demo.versionId, other.versionId),
    ],
    cycles: [{ value: demo.cycleId, called: 'a round', about: { teamId: demo.team('Service transition') } }, ...absent(demo.cycleId, other.cycleId)],
    schemes: [{ value: demo.schemeId, called: 'a scoring scheme', about: {} }, ...absent(demo.schemeId, other.schemeId)],
    // Each is only of whoever handed it in, so that there is none that everybody here may open.
    imports: [{ value: randomUUID(), called: 'an import that somebody else handed in', about: null }],
    formats: [
      { value: 'xlsx', called: 'a form of the template', about: {} },
      { value: 'no-such-form', called: 'an unknown form', about: null },
    ],
    // Named in addresses that are open to everybody.
    organisations: [
      { value: demo.slug, called: 'the organisation by its short name', about: {} },
      { value: 'no-such-organisation', called: 'an unknown short name', about: null },
    ],
    notices: [
      { value: 'privacy-notice', called: 'a notice', about: {} },
      { value: 'no-such-notice', called: 'an unknown notice', about: null },
    ],
  };
}

const kinds: Record<string, keyof Subjects> = { teamId: 'teams', personId: 'people', roleKey: 'roles', skillKey: 'skills', skillId: 'skillIds', userId: 'users', slug: 'organisations', noticeKind: 'notices', jobDescriptionId: 'jobDescriptions', versionId: 'versions', releaseId: 'releases', format: 'formats', importId: 'imports', cycleId: 'cycles', schemeId: 'schemes' };

/**
 * The addresses of a route with what each names. Where an address names two things, its last parameter is something that
 * is there. Throws an Error for a parameter that nobody has explained here.
 */
export function addressesOf({ pattern }: RouteEntry, subjects: Subjects): { path: string; subject: Subject }[] {
  if (pattern === null) return [];
  const [name, ...others] = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  if (name === undefined) {
    return [{ path: pattern.replace('*', 'nowhere/at-all'), subject: { value: '', called: 'the organisation', about: {} } }];
  }
  const subjectsNamed = (parameter: string) => {
    const kind = kinds[parameter];
    if (kind === undefined) throw new Error(`Tell tests/e2e/subjects.ts what ":${parameter}" in ${pattern} names.`);
    return subjects[kind];
  };
  const rest = others.reduce((path, other) => path.replace(`:${other}`, subjectsNamed(other)[0]?.value ?? ''), pattern);
  return subjectsNamed(name).map((subject) => ({ path: rest.replace(`:${name}`, subject.value), subject }));
}
