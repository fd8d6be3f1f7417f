import { sheetFormats } from '#app/services/imports/sheet-formats.ts';

/** What a picture can be taken away as, with the media types. */
export const fileFormats = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png', ...sheetFormats } as const;
export type FileFormat = keyof typeof fileFormats;

/** Cells of one file of each kind; a PNG is bounded by its dots as well. */
export const mostFileCells: Record<FileFormat, number> = { svg: 60_000, png: 60_000, xlsx: 60_000, ods: 60_000, csv: 1_000_000 };
