import type { ImportDocumentKind, ImportNotice, WordingSource } from '#app/domain/framework/framework-facts.ts';

/** What each kind of document is called, on the page and by the command. */
export const documentKindNames: Record<ImportDocumentKind, string> = {
  'roles-csv': 'role content download',
  'skills-csv': 'skill download',
  'role-page': 'role page',
  'job-description': 'job description',
  'change-notes': 'change notes',
  'own-framework': 'framework of your own',
};

/** What the notices of one kind have in common; what asks for a decision comes first. */
export const noticeHeadings: readonly [kind: ImportNotice['kind'], heading: string][] = [
  ['expectation-conflict', 'Documents that differ on what is expected'],
  ['wording-conflict', 'Conflicts of wording between sources'],
  ['kept-absent', 'Absent from the documents, and kept as adopted'],
  ['seniority-inferred', 'Order of seniority inferred from the expected levels'],
  ['no-such-level', 'Role levels that are not in use'],
  ['undefined-level', 'Skill levels that the framework does not define'],
  ['missing-description', 'Skills without a description'],
  ['unknown-section', 'Parts that were not read'],
  ['duplicate-row', 'Rows that repeat another'],
  ['cleaned-name', 'Invisible characters and surplus spaces taken out'],
];

/** Where the wording of a statement comes from. */
export const wordingSourceNames: Record<WordingSource, string> = {
  ours: 'our summary',
  own: 'written by your organisation',
  'role-page': 'role page',
  'roles-csv': 'role content download',
  'skills-csv': 'skill download',
  'job-description': 'job description',
};
