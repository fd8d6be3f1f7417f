import { describe, expect, it } from 'vitest';
import { accessRoleNames } from './access-role-names.ts';
import type { GrantableRole } from './access-role.ts';
import { judgeGrant } from './judge-grant.ts';

const roles = Object.keys(accessRoleNames) as GrantableRole[];
const taken = (teamId: string | null, roleId: string | null) =>
  roles.filter((accessRole) => judgeGrant({ accessRole, teamId, roleId }) === null);

describe('a grant in itself', () => {
  it('has a team where there is something to reach', () => {
    expect(taken('lights', null)).toEqual(['head-of-service', 'team-manager', 'moderator', 'analyst']);
    expect(judgeGrant({ accessRole: 'administrator', teamId: 'lights', roleId: null })).toMatchObject({ part: 'teamId' });
  });

  it('reaches the whole organisation without one, but for who manages a team, or moderates nothing in particular', () => {
    expect(taken(null, null)).toEqual(['administrator', 'head-of-service', 'team-member', 'analyst']);
    expect(judgeGrant({ accessRole: 'team-manager', teamId: null, roleId: null })).toMatchObject({ part: 'teamId' });
    expect(judgeGrant({ accessRole: 'moderator', teamId: null, roleId: null })).toMatchObject({ part: 'roleId' });
  });

  it('names a role of the framework for a moderator alone', () => {
    expect(taken(null, 'keeper')).toEqual(['moderator']);
    expect(taken('lights', 'keeper')).toEqual(['moderator']);
    expect(judgeGrant({ accessRole: 'analyst', teamId: 'lights', roleId: 'keeper' })).toMatchObject({ part: 'roleId' });
  });
});
