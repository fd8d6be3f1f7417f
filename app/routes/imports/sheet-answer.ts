import type { SheetFile } from '#app/services/imports/sheet-formats.ts';

/** A spreadsheet as a file to keep; a name that a header cannot hold is told in the longer form (RFC 6266). */
export function sheetAnswer({ name, mediaType, bytes }: SheetFile): Response {
  const plain = name.replace(/[^\w.-]+/g, '-');
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}` },
  });
}
