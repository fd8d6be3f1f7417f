/** Everything that needs permission. A button and the server ask about the same action. */
export const actions = [
  'read-framework',
  'import-framework',
  'write-job-descriptions',
  'read-teams',
  'write-teams',
  'read-people',
  'write-people',
  'read-ratings',
  'assess-self',
  'assess-manager',
  'assess-agreed',
  'read-flags',
  'read-coverage',
  'write-coverage',
  'read-report',
  'read-aggregates',
  'manage-access',
  'make-key',
  'manage-settings',
  'read-audit',
  'read-cycles',
  'run-cycles',
  'dispute-level',
  'moderate-levels',
  'read-evidence',
  'write-evidence',
  'read-objectives',
  'write-objectives',
  'import-people',
  'import-assessments',
  'manage-scoring',
  'confirm-scores',
  'export-person',
  'erase-person',
] as const;

export type Action = (typeof actions)[number];

/**
 * How far a permission reaches: the whole organisation, the teams of the grant and those under
 * them, or the viewer's own record.
 */
export type Reach = 'organisation' | 'subtree' | 'self';
