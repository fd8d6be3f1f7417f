import { describe, expect, it } from 'vitest';
import { type AccessRole, accessRoles } from './access-role.ts';
import { type Action, actions } from './action.ts';
import { permissionTable } from './permission-table.ts';

const holders = (action: Action) => accessRoles.filter((role) => permissionTable[role][action] !== undefined);

/** Said once more, by action, so that a slip in the table is noticed. */
const expected: Record<Action, AccessRole[]> = {
  'read-framework': [...accessRoles],
  'import-framework': ['administrator', 'head-of-service'],
  'write-job-descriptions': ['administrator', 'head-of-service', 'team-manager'],
  'read-teams': accessRoles.filter((role) => role !== 'team-member'),
  'write-teams': ['administrator', 'head-of-service'],
  'read-people': accessRoles.filter((role) => role !== 'analyst'),
  'write-people': ['administrator', 'head-of-service', 'team-manager', 'api-write'],
  'read-ratings': ['head-of-service', 'team-manager', 'moderator', 'team-member', 'api-read', 'api-write'],
  'assess-self': ['team-member', 'api-write'],
  'assess-manager': ['head-of-service', 'team-manager', 'api-write'],
  'assess-agreed': ['head-of-service', 'team-manager', 'moderator', 'api-write'],
  'read-flags': ['head-of-service', 'team-manager', 'api-read', 'api-write'],
  'read-coverage': ['administrator', 'head-of-service', 'team-manager', 'api-read', 'api-write'],
  'write-coverage': ['head-of-service'],
  'read-report': ['head-of-service', 'team-manager', 'api-read', 'api-write'],
  'read-aggregates': ['head-of-service', 'team-manager', 'moderator', 'analyst', 'api-read', 'api-write'],
  'manage-access': ['administrator'],
  // By itself no role holds it: it takes two others together (compound-actions.ts).
  'make-key': [],
  'manage-settings': ['administrator'],
  'read-audit': ['administrator'],
  'read-cycles': ['administrator', 'head-of-service', 'team-manager', 'moderator'],
  'run-cycles': ['administrator', 'head-of-service'],
  'dispute-level': ['team-member'],
  'moderate-levels': ['head-of-service', 'moderator'],
  'read-evidence': ['head-of-service', 'team-manager', 'moderator', 'team-member'],
  'write-evidence': ['head-of-service', 'team-manager', 'team-member'],
  'read-objectives': ['head-of-service', 'team-manager', 'team-member'],
  'write-objectives': ['head-of-service', 'team-manager', 'team-member'],
  'import-people': ['administrator', 'head-of-service', 'team-manager'],
  'import-assessments': ['head-of-service', 'team-manager'],
  'manage-scoring': ['head-of-service'],
  'confirm-scores': ['head-of-service'],
  'export-person': ['head-of-service', 'team-member'],
  'erase-person': ['administrator'],
};

describe('the table of permissions', () => {
  it.each(actions)('%s is held by whom it should be', (action) => {
    expect(holders(action)).toEqual(expected[action]);
  });

  it('shows an administrator no rating, and lets them record none', () => {
    for (const action of ['read-ratings', 'read-flags', 'read-report', 'read-aggregates', 'assess-self', 'assess-manager', 'assess-agreed'] as const) {
      expect(permissionTable.administrator[action]).toBeUndefined();
    }
  });

  it('gives a team member their own record and nothing of others', () => {
    const reaches = Object.entries(permissionTable['team-member']).filter(([, reach]) => reach !== 'self');
    expect(reaches).toEqual([['read-framework', 'organisation']]);
  });

  it('gives a grant on a team nothing about the people of another', () => {
    const personal: Action[] = ['read-people', 'write-people', 'read-ratings', 'assess-manager', 'assess-agreed', 'read-evidence', 'read-objectives', 'write-objectives', 'moderate-levels', 'confirm-scores', 'export-person'];
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'analyst'] as const) {
      for (const action of personal) expect([undefined, 'subtree']).toContain(permissionTable[role][action]);
    }
  });
});
