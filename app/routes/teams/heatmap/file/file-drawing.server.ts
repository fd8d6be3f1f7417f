import { stringify } from 'csv-stringify/sync';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import type { FileAbout } from './file-about.ts';
import type { FileFormat } from './file-formats.ts';
import { fileSheets } from './file-sheets.ts';
import { fileSvg } from './file-svg.ts';
import { sidesOf } from '#app/routes/teams/heatmap/sides-of.ts';

/** Everything that a file is made from; plain data, so that it can go to a thread. */
export interface FileTask {
  picture: Picture;
  metric: PictureMetric;
  /** Of a comparison: both days, not their difference. */
  isSideBySide: boolean;
  heldLevel: number;
  scales: SkillScales;
  about: FileAbout;
  /** A PNG is made from the drawing afterwards. */
  format: Exclude<FileFormat, 'png'>;
}

/** A picture as a file, whole. */
export function fileDrawing(task: FileTask): Uint8Array {
  const { format, picture, isSideBySide } = task;
  const sides = isSideBySide ? sidesOf(picture) : null;
  if (format === 'svg') return new TextEncoder().encode(fileSvg(sides === null ? [picture] : [sides.before, sides.after], task));
  const sheets = fileSheets(picture, task);
  const [before, after] = sides === null ? [] : [sides.before, sides.after].map((side, at) => ({ ...fileSheets(side, task)[0], name: at === 0 ? 'Picture, earlier' : 'Picture' }));
  if (format !== 'csv') return writeWorkbook(before && after ? [after, before, sheets[1]] : sheets, format);
  // As tables are exchanged (RFC 4180), with the mark by which spreadsheets know UTF-8; a line break within a cell is quoted.
  return new TextEncoder().encode(`\ufeff${stringify(sheets[1].rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/ })}`);
}
