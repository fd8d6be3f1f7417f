import { checkReadable } from '#app/domain/framework/reading/check-readable.ts';
import { firstRecord } from '#app/domain/framework/reading/first-record.ts';
import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import { findTable, type TableMatch } from '#app/domain/framework/template/find-table.ts';
import type { TemplateSource } from '#app/domain/framework/template/template-source.ts';
import { decodeFile } from './decode-file.server.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { parseTable } from './parse-table.server.ts';
import { readImportFile } from './read-import-file.server.ts';
import { readKnownTable } from './read-known-table.server.ts';

export type TextFileReading = { reading: ImportReading } | { source: TemplateSource };

const separators = [',', ';', '\t'] as const;

/**
 * What a file of text says. A table may part its columns by commas, semicolons or tabs, whichever its header then fits;
 * one of the four tables of an own framework comes back unread, for they are read together.
 */
export function readTextFile(file: ImportFile): TextFileReading {
  const { name } = file;
  const decoded = decodeFile(file);
  if (!decoded.ok) return { reading: decoded };
  const report = startReport(name);
  checkReadable(decoded.text, report);
  if (report.refused) return { reading: { ok: false, refusals: report.refusals() } };
  const matches = separators.map((separator) => ({ separator, match: findTable(firstRecord(decoded.text, separator)) }));
  const whole = matches.find(({ match }) => match !== null && match.missing.length === 0);
  const near = matches.find(({ match }) => match !== null && isNearOwn(match));
  if (whole?.match) return readKnown(name, decoded.text, whole.separator, whole.match);
  if (near?.match) return { reading: lacksColumns(name, near.match) };
  return { reading: readImportFile(file) };
}

function readKnown(name: string, text: string, separator: ',' | ';' | '\t', { of }: TableMatch): TextFileReading {
  const table = parseTable(name, text, separator);
  if (!table.ok) return { reading: table };
  if (of.kind === 'own-framework') return { source: { table: of.table, file: name, rows: table.rows } };
  return { reading: readKnownTable(of.kind, table.rows, name) };
}

/** A table of an own framework with at least half of what it must have: the rest is asked for by name. */
function isNearOwn({ of, missing, required }: TableMatch): boolean {
  return of.kind === 'own-framework' && missing.length * 2 <= required;
}

function lacksColumns(file: string, { missing, name }: TableMatch): ImportReading {
  return { ok: false, refusals: missing.map((column) => ({ file, row: 1, column, message: `The first row of ${file} has no column "${column}", so it is not ${name}.` })) };
}
