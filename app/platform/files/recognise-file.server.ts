export type RecognisedFile = { ok: true; kind: 'archive' | 'text' } | { ok: false; message: string };

const marks: readonly [RegExp, string][] = [
  [/^%PDF-/, 'is a PDF. Copy its text into a plain text file; of a table, get the CSV or XLSX file it was made of.'],
  [/^\u001f\u008b/, 'is a compressed file. Unpack it and choose what it holds.'],
  [/^(?:7z\u00bc\u00af|Rar!|BZh|\u00fd7zXZ)/, 'is an archive. Unpack it and choose what it holds.'],
  [/^(?:\u0089PNG|GIF8|\u00ff\u00d8\u00ff|RIFF|\u007fELF|MZ|SQLite format)/, 'is a picture, a program or a database, and no document that is read.'],
];

/**
 * What bytes are, whatever the file is called: a zip archive, as spreadsheets are, or perhaps text. Anything else that
 * its first bytes give away is refused by its name with what to do; the message follows the name of the file.
 */
export function recogniseFile(bytes: Uint8Array): RecognisedFile {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.subarray(0, 16).toString('latin1');
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(head)) return { ok: true, kind: 'archive' };
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return { ok: false, message: compoundFile(all) };
  const found = marks.find(([mark]) => mark.test(head));
  return found ? { ok: false, message: found[1] } : { ok: true, kind: 'text' };
}

/** The container of older office documents, and of newer ones that are encrypted; it names its parts in UTF-16. */
function compoundFile(bytes: Buffer): string {
  const names = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) return 'is protected by a password. Save it without one.';
  if (names('WordDocument')) return 'is a Word document in the format of 1997-2003. Copy its text into a plain text file.';
  return 'is a workbook in the format of Excel 97-2003 (.xls), or another old office document. Save it as XLSX, ODS or CSV.';
}
