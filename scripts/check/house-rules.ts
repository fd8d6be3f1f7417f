import { docComments } from './rules/doc-comments.ts';
import { fileLength } from './rules/file-length.ts';
import { importsByName } from './rules/imports-by-name.ts';
import { kebabCaseNames } from './rules/kebab-case-names.ts';
import { medianLength } from './rules/median-length.ts';
import { noAmbientState } from './rules/no-ambient-state.ts';
import { noBarrels } from './rules/no-barrels.ts';
import { noDefaultExports } from './rules/no-default-exports.ts';
import { noDrawers } from './rules/no-drawers.ts';
import { noInjection } from './rules/no-injection.ts';
import { noLeftovers } from './rules/no-leftovers.ts';
import { noRawHex } from './rules/no-raw-hex.ts';
import { noSkippedTests } from './rules/no-skipped-tests.ts';
import { oneFunctionAFile } from './rules/one-function-a-file.ts';
import { routeAccess } from './rules/route-access.ts';
import { tenantQueries } from './rules/tenant-queries.ts';
import { writesRecordAudit } from './rules/writes-record-audit.ts';
import type { HouseRule, SourceFile } from './source/source-file.ts';

/** The rules of the house that no ready-made tool knows. Each file in rules/ says why its rule is there. */
const houseRules: HouseRule[] = [
  kebabCaseNames,
  noDrawers,
  noBarrels,
  fileLength,
  medianLength,
  importsByName,
  oneFunctionAFile,
  noDefaultExports,
  docComments,
  routeAccess,
  writesRecordAudit,
  tenantQueries,
  noAmbientState,
  noRawHex,
  noInjection,
  noSkippedTests,
  noLeftovers,
];

/** What the files break, one line each: where, what, and what to do about it. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return houseRules
    .flatMap((rule) => rule(files))
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
    .map(({ path, line, what, advice }) => `${path}:${line} ${what}: ${advice}`);
}
