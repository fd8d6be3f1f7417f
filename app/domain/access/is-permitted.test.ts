import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessRole, accessRoles, type ResolvedGrant } from './access-role.ts';
import { type Action, actions } from './action.ts';
import { compoundActions } from './compound-actions.ts';
import { isPermitted } from './is-permitted.ts';
import { permissionTable } from './permission-table.ts';
import type { AccessSubject, Viewer } from './viewer.ts';

const viewerWith = (...grants: ResolvedGrant[]): Viewer => ({
  userId: 'user-me',
  name: 'Ada',
  organisationId: 'o',
  organisationName: 'Coast',
  personId: 'me',
  grants,
});
const on = (accessRole: AccessRole, teamIds: ResolvedGrant['teamIds'], ...roleIds: string[]): ResolvedGrant => ({
  accessRole,
  teamIds,
  ...(roleIds.length === 0 ? {} : { roleIds: new Set(roleIds) }),
});

/** A subject of each kind that a permission can tell apart, seen from a grant on the team "lights". */
const subjects = {
  nothing: {},
  'own team': { teamId: 'lights' },
  'other team': { teamId: 'boats' },
  'person of own team': { personId: 'ben', teamId: 'lights', roleId: 'keeper' },
  'person of other team': { personId: 'cleo', teamId: 'boats', roleId: 'crew' },
  'person in no team': { personId: 'dan', teamId: null, roleId: null },
  oneself: { personId: 'me', teamId: 'lights', roleId: 'keeper' },
} satisfies Record<string, AccessSubject>;

const judges: Action[] = ['assess-manager', 'assess-agreed', 'moderate-levels', 'confirm-scores', 'erase-person'];

/** What the table's reach comes to for a grant on "lights", written out anew. */
function reaches(reach: string | undefined, name: keyof typeof subjects, whole: boolean): boolean {
  if (reach === 'organisation') return true;
  if (reach === 'self') return name === 'oneself';
  return reach === 'subtree' && (whole || ['own team', 'person of own team', 'oneself'].includes(name));
}

const table = accessRoles.flatMap((role) => actions.map((action) => ({ role, action })));

describe('every role and action', () => {
  it.each(table)('$role, $action: reaches what the table says, of a team and of the whole', ({ role, action }) => {
    for (const name of Object.keys(subjects) as (keyof typeof subjects)[]) {
      for (const whole of [false, true]) {
        const viewer = viewerWith(on(role, whole ? 'all' : new Set(['lights'])));
        const isJudged = name === 'oneself' && judges.includes(action);
        const expected = !isJudged && reaches(permissionTable[role][action], name, whole);
        expect(isPermitted(viewer, action, subjects[name]), `${name}, ${whole ? 'whole' : 'team'}`).toBe(expected);
      }
    }
  });

  it('is nothing without a grant', () => {
    for (const action of actions) for (const subject of Object.values(subjects)) expect(isPermitted(viewerWith(), action, subject)).toBe(false);
  });
});

describe('a moderator', () => {
  const may = (grant: ResolvedGrant, subject: AccessSubject, action: Action = 'assess-agreed') => isPermitted(viewerWith(grant), action, subject);
  const keeper = { personId: 'ben', teamId: 'lights', roleId: 'keeper' };

  it('of a role reaches its people wherever they stand, and nobody and nothing else', () => {
    const grant = on('moderator', 'all', 'keeper');
    expect([may(grant, keeper), may(grant, { ...keeper, teamId: 'boats' }), may(grant, { ...keeper, teamId: null })]).toEqual([true, true, true]);
    for (const other of [{ ...keeper, roleId: 'crew' }, { ...keeper, roleId: null }, { personId: 'ben', teamId: 'lights' }, { teamId: 'lights' }, {}]) {
      expect(may(grant, other)).toBe(false);
    }
  });

  it('of a team reaches its subtree, whatever the role', () => {
    const grant = on('moderator', new Set(['lights', 'lamps']));
    expect([may(grant, keeper), may(grant, { ...keeper, teamId: 'lamps', roleId: null })]).toEqual([true, true]);
    expect([may(grant, { ...keeper, teamId: 'boats' }), may(grant, { ...keeper, teamId: null })]).toEqual([false, false]);
  });

  it('of a role in a team reaches who is both', () => {
    const grant = on('moderator', new Set(['lights']), 'keeper');
    const tried = [keeper, { ...keeper, roleId: 'crew' }, { ...keeper, teamId: 'boats' }, { ...keeper, teamId: 'boats', roleId: 'crew' }];
    expect(tried.map((subject) => may(grant, subject))).toEqual([true, false, false, false]);
  });

  it('of one role here and another there reaches each in its place, and no mixture', () => {
    const viewer = viewerWith(on('moderator', new Set(['lights']), 'keeper'), on('moderator', new Set(['boats']), 'crew'));
    expect(isPermitted(viewer, 'assess-agreed', { personId: 'x', teamId: 'boats', roleId: 'crew' })).toBe(true);
    expect(isPermitted(viewer, 'assess-agreed', { personId: 'x', teamId: 'boats', roleId: 'keeper' })).toBe(false);
  });

  it('reads, agrees and decides, and does nothing else', () => {
    const allowed = actions.filter((action) => may(on('moderator', 'all', 'keeper'), keeper, action));
    expect(allowed).toEqual(['read-framework', 'read-teams', 'read-people', 'read-ratings', 'assess-agreed', 'read-aggregates', 'read-cycles', 'moderate-levels', 'read-evidence']);
  });
});

const anyGrant: fc.Arbitrary<ResolvedGrant> = fc.record(
  {
    accessRole: fc.constantFrom(...accessRoles),
    teamIds: fc.oneof(fc.constant('all' as const), fc.subarray(['lights', 'boats', 'lamps']).map((ids) => new Set(ids))),
    roleIds: fc.subarray(['keeper', 'crew']).map((ids) => new Set(ids)),
  },
  { requiredKeys: ['accessRole', 'teamIds'] },
);
const anyGrants = fc.array(anyGrant, { maxLength: 5 });
const anyAction = fc.constantFrom(...actions);
const anySubject: fc.Arbitrary<AccessSubject> = fc.record(
  {
    teamId: fc.constantFrom('lights', 'boats', 'lamps', null),
    personId: fc.constantFrom('me', 'ben'),
    roleId: fc.constantFrom('keeper', 'crew', null),
    userId: fc.constantFrom('user-me', 'user-ben'),
  },
  { requiredKeys: [] },
);

describe('whatever the grants', () => {
  it('a further grant takes nothing away', () => {
    fc.assert(
      fc.property(anyGrants, anyGrant, anyAction, anySubject, (grants, further, action, subject) => {
        fc.pre(isPermitted(viewerWith(...grants), action, subject));
        expect(isPermitted(viewerWith(further, ...grants), action, subject)).toBe(true);
      }),
    );
  });

  it('grants together allow what one of them allows, and nothing besides', () => {
    fc.assert(
      fc.property(anyGrants, anyAction, anySubject, (grants, action, subject) => {
        fc.pre(compoundActions[action] === undefined);
        const alone = grants.some((grant) => isPermitted(viewerWith(grant), action, subject));
        expect(isPermitted(viewerWith(...grants), action, subject)).toBe(alone);
      }),
    );
  });

  it('what takes several permissions is allowed to who has every one of them, and to nobody else', () => {
    const compound = Object.keys(compoundActions) as Action[];
    expect(compound).toEqual(['make-key']);
    fc.assert(
      fc.property(anyGrants, anySubject, (grants, subject) => {
        const viewer = viewerWith(...grants);
        const hasAll = compoundActions['make-key']!.every((part) => isPermitted(viewer, part, subject));
        expect(isPermitted(viewer, 'make-key', subject)).toBe(hasAll);
      }),
    );
    const [administrator, head] = (['administrator', 'head-of-service'] as const).map((accessRole) => ({ accessRole, teamIds: 'all' as const }));
    expect(isPermitted(viewerWith(administrator!, head!), 'make-key')).toBe(true);
    expect([administrator!, head!].map((grant) => isPermitted(viewerWith(grant), 'make-key'))).toEqual([false, false]);
  });

  it('nobody judges or erases themselves, not even as manager, moderator and key at once', () => {
    fc.assert(
      fc.property(anyGrants, fc.constantFrom(...judges), anySubject, (grants, action, subject) => {
        expect(isPermitted(viewerWith(...grants), action, { ...subject, personId: 'me' })).toBe(false);
      }),
    );
    const everything = accessRoles.map((role) => on(role, 'all'));
    for (const action of judges) {
      expect(isPermitted(viewerWith(...everything), action, subjects.oneself)).toBe(false);
      expect(isPermitted(viewerWith(...everything), action, subjects['person of own team'])).toBe(true);
    }
  });

  it('nobody manages their own access', () => {
    fc.assert(
      fc.property(anyGrants, anySubject, (grants, subject) => {
        expect(isPermitted(viewerWith(...grants), 'manage-access', { ...subject, userId: 'user-me' })).toBe(false);
      }),
    );
    expect(isPermitted(viewerWith(on('administrator', 'all')), 'manage-access', { userId: 'user-ben' })).toBe(true);
  });

  it('a grant on roles reaches nothing that has no role, but for what the whole organisation may see', () => {
    const roleLimited = anyGrant.map((grant) => ({ ...grant, roleIds: grant.roleIds ?? new Set(['keeper']) }));
    fc.assert(
      fc.property(roleLimited, anyAction, anySubject, (grant, action, { roleId: _left, ...subject }) => {
        fc.pre(permissionTable[grant.accessRole][action] === 'subtree');
        expect(isPermitted(viewerWith(grant), action, subject)).toBe(false);
        expect(isPermitted(viewerWith(grant), action, { ...subject, roleId: null })).toBe(false);
      }),
    );
  });

  it('a limit on roles takes away and never gives', () => {
    fc.assert(
      fc.property(anyGrant, anyAction, anySubject, ({ roleIds = new Set(['keeper']), ...wide }, action, subject) => {
        fc.pre(isPermitted(viewerWith({ ...wide, roleIds }), action, subject));
        expect(isPermitted(viewerWith(wide), action, subject)).toBe(true);
      }),
    );
  });
});
