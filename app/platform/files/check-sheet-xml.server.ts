import type { FileFault } from './file-fault.ts';
import type { FileLimits } from './file-limits.ts';

const otherProgram = 'Save it again with a spreadsheet program as XLSX, ODS or CSV.';

/**
 * What speaks against having the parts of a spreadsheet parsed, found by looking through them without parsing: a
 * document type (from which a parser could be told to fetch or to multiply), more cells than are read, cells that are
 * repeated into more than are read, a formula whose result was not saved. Null where nothing does.
 */
export function checkSheetXml(parts: ReadonlyMap<string, Buffer>, kind: 'xlsx' | 'ods', limits: FileLimits['workbook']): FileFault | null {
  let cells = 0;
  for (const [name, bytes] of parts) {
    if (bytes.includes(0)) return { ok: false, message: `holds a part, ${name}, that is not text in UTF-8. ${otherProgram}` };
    if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
      return { ok: false, message: `holds a document type declaration in ${name}, which no spreadsheet program writes. ${otherProgram}` };
    }
    if (kind === 'xlsx' && name.endsWith('.xml')) cells += countCells(bytes);
  }
  const content = parts.get('content.xml')?.toString('utf8');
  if (kind === 'ods' && content !== undefined) {
    if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) return { ok: false, message: 'is protected by a password. Save it without one.' };
    cells = countRepeatedCells(content, limits.cells);
  }
  if (cells > limits.cells) return { ok: false, message: `holds more than ${limits.cells} cells, which is more than are read. Split it into smaller files.` };
  return kind === 'ods' ? unsavedFormulaOfOds(content ?? '') : unsavedFormula(parts);
}

/** Every `<c ...>` or `<x:c ...>`, byte by byte: the text of a large sheet would fill the memory. */
function countCells(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf('c'); at !== -1; at = bytes.indexOf('c', at + 1)) {
    const before = bytes[at - 1];
    const after = bytes[at + 1];
    if ((before === 0x3c || before === 0x3a) && (after === 0x20 || after === 0x3e || after === 0x2f || after === 0x0a)) count += 1;
  }
  return count;
}

/** Cells that hold something, as often as they and their rows are repeated; counting ends once there are too many. */
function countRepeatedCells(content: string, most: number): number {
  let rows = 1;
  let count = 0;
  for (const [tag, name] of content.matchAll(/<(?:\w+:)?(table-row|table-cell)\b[^>]*>/g)) {
    const times = Number(/-repeated\s*=\s*["']\s*(\d+)/.exec(tag)?.[1] ?? '1');
    if (name === 'table-row') rows = times;
    else if (!tag.endsWith('/>')) count += rows * times;
    else if (/value-type/.test(tag)) count += 1;
    if (count > most) break;
  }
  return count;
}

const noResult = 'whose result was not saved. Open it in a spreadsheet program, save it again, or put the value itself there.';

function unsavedFormula(parts: ReadonlyMap<string, Buffer>): FileFault | null {
  for (const [name, bytes] of parts) {
    if (!/worksheets\/[^/]+\.xml$/.test(name) || !(bytes.includes('</f>') || bytes.includes(':f>'))) continue;
    const found = /<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b[^>]*>[^<]*<\/(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/.exec(bytes.toString('utf8'));
    if (found) return { ok: false, row: Number(found[2]), column: found[1] ?? '', message: `holds a formula in ${found[1]}${found[2]} ${noResult}` };
  }
  return null;
}

function unsavedFormulaOfOds(content: string): FileFault | null {
  const isUnsaved = /<(?:\w+:)?table-cell\b(?=[^>]*:formula=)(?![^>]*value-type)[^>]*\/>/.test(content);
  return isUnsaved ? { ok: false, message: `holds a formula ${noResult}` } : null;
}
