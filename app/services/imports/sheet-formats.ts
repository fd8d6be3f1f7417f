/** The formats that spreadsheets are handed out in, with their media types. */
export const sheetFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

/** A spreadsheet to keep. */
export interface SheetFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
