/** What a zip archive is by the names of its parts, and what is said where it is no spreadsheet that is read. */
export type ArchiveKind = { ok: true; kind: 'xlsx' | 'ods' } | { ok: false; message: string };

const others: readonly [RegExp, string][] = [
  [/^xl\/workbook\.bin$/, 'is a binary workbook (XLSB). Save it as XLSX, ODS or CSV.'],
  [/^Index\/.*\.iwa$|^Index\.zip$/, 'is a Numbers, Pages or Keynote document. Export it as XLSX or CSV; of a text, copy what you see into a plain text file.'],
  [/^word\//, 'is a Word document. Copy its text into a plain text file; of a table in it, make a CSV file.'],
  [/^ppt\//, 'is a presentation. Copy its text into a plain text file.'],
  [/^META-INF\/container\.xml$/, 'is an electronic book. Copy its text into a plain text file.'],
];

/** Names the archive by the names of its parts and, for an OpenDocument one, the media type that it declares. */
export function nameArchive(names: readonly string[], mediaType: string | null): ArchiveKind {
  if (names.includes('META-INF/manifest.xml') && names.includes('content.xml')) {
    if (mediaType === null || mediaType.includes('spreadsheet')) return { ok: true, kind: 'ods' };
    return { ok: false, message: 'is an OpenDocument text, drawing or presentation, and no sheet. Copy its text into a plain text file, or save its table as CSV.' };
  }
  const other = others.find(([mark]) => names.some((name) => mark.test(name)));
  if (other !== undefined) return { ok: false, message: other[1] };
  if (names.includes('[Content_Types].xml')) return { ok: true, kind: 'xlsx' };
  return { ok: false, message: 'is a zip archive. Unpack it and choose the files that it holds.' };
}
