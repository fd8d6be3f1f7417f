import type { TemplateSource } from '#app/domain/framework/template/template-source.ts';
import { fileLimits } from '#app/platform/files/file-limits.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import type { FileReading } from './file-reading.ts';
import { readSheets } from './read-sheets.server.ts';
import { readTextFile } from './read-text-file.server.ts';
import { recogniseFile } from '#app/platform/files/recognise-file.server.ts';

/**
 * What one file says, recognised by what it holds and not by what it is called. A table of an own framework comes back
 * as a source, to be read together with the others of its upload. To be called in a worker.
 */
export async function readOneFile(file: ImportFile): Promise<{ readings: FileReading[]; source: TemplateSource | null }> {
  const { name, bytes } = file;
  const recognised = recogniseFile(bytes);
  if (!recognised.ok) return refuse(name, `${name} ${recognised.message}`);
  if (recognised.kind === 'text') {
    const text = readTextFile(file);
    return 'source' in text ? { readings: [], source: text.source } : { readings: [{ file: name, reading: text.reading }], source: null };
  }
  // Loaded for workbooks alone: what parses them takes longer to load than a text takes to read.
  const { readWorkbook } = await import('#app/platform/files/read-workbook.server.ts');
  const workbook = await readWorkbook(bytes, fileLimits);
  if (workbook.ok) return { readings: readSheets(name, workbook.sheets), source: null };
  const place = workbook.sheet === undefined ? name : `${name}, sheet "${workbook.sheet}"`;
  return refuse(place, `${place} ${workbook.message}`, workbook.row ?? null, workbook.column ?? null);
}

function refuse(file: string, message: string, row: number | null = null, column: string | null = null): { readings: FileReading[]; source: null } {
  return { readings: [{ file, reading: { ok: false, refusals: [{ file, row, column, message }] } }], source: null };
}
