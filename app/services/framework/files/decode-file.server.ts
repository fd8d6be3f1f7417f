import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';

export type DecodedFile = { ok: true; text: string } | { ok: false; refusals: ImportRefusal[] };

const howToSave =
  'In a spreadsheet, save it as "CSV UTF-8"; in a text editor, choose "Save as" and the encoding UTF-8. Then choose it again.';

/**
 * The text of a file in UTF-8, with or without a byte-order mark, or in UTF-16 with one; the mark is dropped. Refuses
 * any other encoding instead of guessing at letters, names it where the bytes give it away, and says how to save the
 * file.
 */
export function decodeFile({ name, bytes }: ImportFile): DecodedFile {
  const refuse = (row: number | null, message: string): DecodedFile => ({
    ok: false,
    refusals: [{ file: name, row, column: null, message: `${message} ${howToSave}` }],
  });
  const marked = markedUtf16(bytes);
  if (marked !== null) {
    try {
      return { ok: true, text: new TextDecoder(marked, { fatal: true }).decode(bytes) };
    } catch {
      return refuse(null, `${name} begins as text in UTF-16 does and holds bytes that are none.`);
    }
  }
  if (looksLikeUtf16(bytes)) return refuse(null, `${name} is text in UTF-16 without a byte-order mark, not UTF-8.`);
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const before = lenient.slice(0, lenient.indexOf('\ufffd'));
    const line = before.split(/\r\n?|\n/).length;
    if (bytes.includes(0)) return refuse(line, `${name} is not text: line ${line} holds bytes that no text has.`);
    return refuse(line, `${name} is not UTF-8 text; it looks like Windows-1252. Line ${line} has the first letter that cannot be read.`);
  }
}

/** UTF-16 in the order of bytes that its mark says; null where there is no such mark. */
function markedUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Every other byte nought in the first characters of plain letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  if (start.length < 4) return false;
  const noughts = (rest: number) => start.filter((byte, index) => index % 2 === rest && byte === 0).length;
  return [0, 1].some((rest) => noughts(rest) >= start.length / 2 - 2 && noughts(1 - rest) === 0);
}
