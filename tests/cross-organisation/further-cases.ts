import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { createFirstOrganisation } from '#app/services/accounts/create-first-organisation.server.ts';
import { readFirstRun } from '#app/services/accounts/read-first-run.server.ts';
import { readSignedIn } from '#app/services/accounts/read-signed-in.server.ts';
import { signIn } from '#app/services/accounts/sign-in.server.ts';
import { signOut } from '#app/services/accounts/sign-out.server.ts';
import { readHome } from '#app/services/reports/read-home.server.ts';
import { readSearch } from '#app/services/reports/read-search.server.ts';
import { readServiceReport } from '#app/services/reports/read-service-report.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import type { Cases } from './scene.ts';

const request = () => new Request('http://localhost:3000/');
const password = 'three plain words';
const first = { organisationName: 'Mine', name: 'Anybody', email: 'anybody@example.org', password, leads: true, token: 'none' };

/** Accounts, reviews and reports. */
export const furtherCases: Cases = {
  'accounts/create-api-key': [['nothing', ({ context }) => createApiKey(context, { name: 'Test', access: 'read' })]],
  'accounts/create-first-organisation': [['refused', () => createFirstOrganisation(first, async () => undefined)]],
  'accounts/read-first-run': [['nothing', () => readFirstRun()]],
  'accounts/read-signed-in': [['nothing', () => readSignedIn(request())]],
  'accounts/sign-in': [['refused', ({ b }) => signIn(request(), { email: `head@${b.canary}.example`, password, source: '192.0.2.1' })]],
  'accounts/sign-out': [['nothing', () => signOut(request())]],
  'reviews/read-development-review': [['404', ({ context, b }) => readDevelopmentReview(context, b.people.ben)]],
  'reports/read-home': [['nothing', ({ context }) => readHome(context)]],
  'reports/read-search': [['nothing', ({ context, b }) => readSearch(context, b.canary)]],
  'reports/read-service-report': [['404', ({ context, b }) => readServiceReport(context, { teamId: b.teams.service })]],
};

/** Files that are handed neither a context nor a transaction and reach no data: they import no database. */
export const withoutData = [
  'assessments/answer/resolve-answer',
  'assessments/cycle/view-round',
  'assessments/resolve-entries',
  'imports/decode-spreadsheet-text',
  'imports/parse-spreadsheet-text',
  'imports/read-in-worker',
  'imports/read-spreadsheet',
  'imports/write-import-template',
  'privacy/find-audit-cut',
  'privacy/find-day-start',
  'credentials/match-code',
  'credentials/parse-passkey',
  'framework/export/write-csv',
  'framework/version/mark-own-role',
  'framework/version/mark-own-skill',
  'framework/import/check-import-files',
  'framework/files/decode-file',
  'framework/files/explain-worker-problem',
  'framework/files/read-files',
  'framework/files/read-known-table',
  'framework/files/read-one-file',
  'framework/files/read-sheets',
  'framework/files/read-text-file',
  'framework/files/read-together',
  'framework/files/write-template',
  'framework/import/group-readings',
  'framework/publish/hash-facts',
  'framework/is-framework-key',
  'framework/import/locate-problem',
  'framework/publish/match-identities',
  'framework/files/parse-table',
  'framework/files/read-import-file',
  'framework/career/find-place',
  'framework/career/list-place-options',
  'framework/parse-search-words',
  'framework/release/carry-identities',
  'framework/release/gather-groups',
  'single-sign-on/describe-fault',
  'single-sign-on/describe-refusal',
];
