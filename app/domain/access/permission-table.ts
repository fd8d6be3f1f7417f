import type { AccessRole } from './access-role.ts';
import type { Action, Reach } from './action.ts';

type Permissions = Partial<Record<Action, Reach>>;

const lineManagement: Permissions = {
  'read-framework': 'organisation',
  'read-teams': 'organisation',
  'read-people': 'subtree',
  'write-people': 'subtree',
  'read-ratings': 'subtree',
  'assess-manager': 'subtree',
  'assess-agreed': 'subtree',
  'read-flags': 'subtree',
  'read-coverage': 'subtree',
  'read-report': 'subtree',
  'read-aggregates': 'subtree',
  'write-job-descriptions': 'organisation',
  'read-cycles': 'subtree',
  'read-evidence': 'subtree',
  'write-evidence': 'subtree',
  'read-objectives': 'subtree',
  'write-objectives': 'subtree',
  'import-people': 'subtree',
  'import-assessments': 'subtree',
};

/** Own record; everybody who is a person of the organisation has this beside their other grants. */
const ownRecord: Permissions = {
  'read-framework': 'organisation',
  'read-people': 'self',
  'read-ratings': 'self',
  'assess-self': 'self',
  'dispute-level': 'self',
  'read-evidence': 'self',
  'write-evidence': 'self',
  'read-objectives': 'self',
  'write-objectives': 'self',
  'export-person': 'self',
};

const reading: Permissions = {
  'read-framework': 'organisation',
  'read-teams': 'organisation',
  'read-people': 'organisation',
  'read-ratings': 'organisation',
  'read-flags': 'organisation',
  'read-coverage': 'organisation',
  'read-report': 'organisation',
  'read-aggregates': 'organisation',
};

/** Who may do what, and how far. What is not written here is denied. Administrators see no ratings. */
export const permissionTable: Record<AccessRole, Permissions> = {
  administrator: {
    'read-framework': 'organisation',
    'import-framework': 'organisation',
    'write-job-descriptions': 'organisation',
    'read-teams': 'organisation',
    'write-teams': 'organisation',
    'read-people': 'organisation',
    'write-people': 'organisation',
    'read-coverage': 'organisation',
    'manage-access': 'organisation',
    'manage-settings': 'organisation',
    'read-audit': 'organisation',
    'read-cycles': 'organisation',
    'run-cycles': 'organisation',
    'import-people': 'organisation',
    'erase-person': 'organisation',
  },
  // A framework is the whole organisation's; its heads decide what a release means for their people.
  // Where nobody is a moderator, the head of service decides.
  'head-of-service': {
    ...lineManagement,
    'import-framework': 'organisation',
    'write-teams': 'subtree',
    'write-coverage': 'subtree',
    'run-cycles': 'subtree',
    'moderate-levels': 'subtree',
    'manage-scoring': 'organisation',
    'confirm-scores': 'subtree',
    'export-person': 'subtree',
  },
  'team-manager': lineManagement,
  // Agrees levels beside the line: of the teams, the roles, or both, that the grant names.
  moderator: {
    'read-framework': 'organisation',
    'read-teams': 'organisation',
    'read-people': 'subtree',
    'read-ratings': 'subtree',
    'assess-agreed': 'subtree',
    'moderate-levels': 'subtree',
    'read-cycles': 'subtree',
    'read-evidence': 'subtree',
    'read-aggregates': 'subtree',
  },
  'team-member': ownRecord,
  analyst: {
    'read-framework': 'organisation',
    'read-teams': 'organisation',
    'read-aggregates': 'subtree',
  },
  'api-read': reading,
  'api-write': {
    ...reading,
    'write-people': 'organisation',
    'assess-self': 'organisation',
    'assess-manager': 'organisation',
    'assess-agreed': 'organisation',
  },
};
