import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { cellWords } from '#app/charts/heatmap/look/cell-words.ts';
import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { FileAbout } from './file-about.ts';
import { fileCellsTable } from './file-cells-table.ts';
import { fileWideTable } from './file-wide-table.ts';

type Cell = string | number | null;

export interface FileSheet {
  name: string;
  rows: Cell[][];
  /** In characters. */
  widths: number[];
}

interface FileSheetsOptions {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
  about: FileAbout;
}

/**
 * A picture as two sheets: as it stands, under what it is about, and as a list of its cells with every figure in a column of its own. No
 * text is one that a spreadsheet takes for a formula.
 */
export function fileSheets(picture: Picture, { metric, heldLevel, scales, about }: FileSheetsOptions): [picture: FileSheet, cells: FileSheet] {
  const options = { heldLevel };
  const highestLevel = Math.max(0, ...scales.versions.map(({ scale }) => scale.length));
  const wide = fileWideTable(picture, (at) => cellLook(picture, metric, at, options).text);
  const cells = fileCellsTable(picture, { words: (at) => cellWords(picture, metric, at, options), highestLevel });
  const names = wide[0]!.length - picture.columns.length;
  return [
    { name: 'Picture', rows: safe([...aboutRows(about), ...wide]), widths: wide[0]!.map((_, column) => (column === 0 ? 32 : column < names ? 18 : 12)) },
    { name: 'Cells', rows: safe([...aboutRows(about), ...cells]), widths: cells[0]!.map((head, column) => (column < 4 ? 28 : Math.max(12, String(head).length))) },
  ];
}

/** What the file is about, a line for each, and an empty one before what follows. */
function aboutRows({ title, lines }: FileAbout): Cell[][] {
  return [[title], ...lines.map(({ label, text }) => [label, text]), []];
}

function safe(rows: Cell[][]): Cell[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutraliseFormula(cell) : cell)));
}
