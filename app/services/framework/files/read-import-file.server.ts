import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { readDocumentKind } from '#app/domain/framework/reading/read-document-kind.ts';
import { readJobDescription } from '#app/domain/framework/reading/pages/read-job-description.ts';
import { readRolePage } from '#app/domain/framework/reading/pages/read-role-page.ts';
import { decodeFile } from './decode-file.server.ts';
import { readKnownTable } from './read-known-table.server.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { parseTable } from './parse-table.server.ts';

/**
 * What one source document says: its bytes decoded, its kind found by what it holds, then read.
 * Refuses, with file, row and what to do, whatever cannot be read without guessing.
 */
export function readImportFile(file: ImportFile): ImportReading {
  const decoded = decodeFile(file);
  if (!decoded.ok) return decoded;
  const found = readDocumentKind(file.name, decoded.text);
  if (!found.ok) return found;
  if (found.kind === 'role-page') return readRolePage(decoded.text, file.name);
  if (found.kind === 'job-description') return readJobDescription(decoded.text, file.name);
  const table = parseTable(file.name, decoded.text);
  if (!table.ok) return table;
  // An own framework is four tables, which are known by their columns before a file comes here.
  return readKnownTable(found.kind === 'own-framework' ? 'roles-csv' : found.kind, table.rows, file.name);
}
