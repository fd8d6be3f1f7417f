import { read as readWorkbook, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'react-dom/server';
import { Heatmap } from '#app/charts/heatmap/heatmap.tsx';
import * as heatmapSizes from '#app/charts/heatmap/layout/sizes.ts';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { PictureTable } from '#app/charts/heatmap/picture-table.tsx';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';

/** What one drawing, table or file of a picture says, read back out of it: by row and column, as a reader finds it. */
export interface PictureReading {
  rows: string[];
  columns: string[];
  texts: string[][];
  /** State and marks in words, or the whole sentence of a cell; nothing where it says none. */
  words?: string[][];
  /** Of each row: met, short, not assessed. */
  margins?: number[][];
  /** How many strokes the marks of each cell have. */
  strokes?: number[][];
}

export interface Drawn {
  picture: Picture;
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** The text between tags, as it is read. */
export function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name]!);
}

/** A name as all say it: without what turns the direction, without the apostrophe that makes it text to a spreadsheet, blanks as one. */
export const asName = (name: string) => name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/^'/, '').replace(/\s+/g, ' ').trim();

const all = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, ...parts]) => parts as string[]);

/** The equal table, as the page has it. */
export function readTable({ picture, scales, ...drawn }: Drawn): PictureReading {
  const html = renderToStaticMarkup(<PictureTable told={tellFigure(picture, { metrics: [drawn.metric], scales })} {...drawn} caption="" hrefs={{ cellHref: (row, column) => `?open=${row}.${column}`, rowHref: (id) => `/people/${id}` }} linksCells />);
  const [head = '', body = ''] = [/<thead[^>]*>(.*?)<\/thead>/s, /<tbody[^>]*>(.*?)<\/tbody>/s].map((part) => part.exec(html)?.[1]);
  const lines = all(body, /<tr[^>]*>(.*?)<\/tr>/gs).map(([line]) => {
    const parts = all(line!, /<td([^>]*)>(.*?)<\/td>/gs);
    const cells = parts.flatMap(([, inside]) => all(inside!, /^(.*)<span>(.*)<\/span>$/gs));
    const counts = parts.filter(([attributes]) => attributes!.includes('number')).map(([, inside]) => Number(inside));
    return { name: textOf(/<th scope="row">(.*?)<\/th>/s.exec(line!)![1]!), cells, counts };
  });
  const heads = all(head, /<th scope="col"( class="number")?>(.*?)<\/th>/gs).filter(([isSum]) => isSum === undefined).map(([, name]) => textOf(name!));
  return {
    rows: lines.map(({ name }) => name),
    columns: heads.slice(heads.length - picture.columns.length),
    texts: lines.map(({ cells }) => cells.map(([text]) => textOf(text!))),
    words: lines.map(({ cells }) => cells.map(([, words]) => textOf(words!))),
    ...(picture.cells.kind !== 'expectation' && { margins: lines.map(({ counts }) => counts) }),
  };
}

const strokesIn = (path: string) => path.split('M').length - 1;

/** The drawing of the page, in which each cell has its sentence. */
export function readPageSvg({ picture, scales, ...drawn }: Drawn): PictureReading {
  const html = renderToStaticMarkup(<Heatmap told={tellFigure(picture, { metrics: [drawn.metric], scales })} {...drawn} label="" hrefs={{}} emptySentence="" />);
  return readCellsOfSvg(html.slice(html.indexOf('class="heatmap-body"')), picture);
}

function readCellsOfSvg(svg: string, picture: Picture): PictureReading {
  const read: Required<Omit<PictureReading, 'margins'>> = { rows: [], columns: [], texts: [], words: [], strokes: [] };
  for (const [row, column, title, drawn] of all(svg, /<g role="gridcell"><a[^>]*data-at="(\d+),(\d+)"><title>(.*?)<\/title>(.*?)<\/a><\/g>/gs)) {
    const [line, place] = [Number(row), Number(column)];
    const marks = all(drawn!, /<path class="heatmap-mark[^>]* d="([^"]*)"/gs);
    (read.texts[line] ??= [])[place] = textOf(/<text[^>]*>(.*?)<\/text>/s.exec(drawn!)![1]!);
    (read.words[line] ??= [])[place] = textOf(title!);
    (read.strokes[line] ??= [])[place] = marks.reduce((sum, [d]) => sum + strokesIn(d!), 0);
  }
  return { ...read, rows: picture.rows.map(({ name }) => name), columns: picture.columns.map(({ name }) => name) };
}

/** A drawing taken away as a file: nothing but texts, row after row. Of two days one under the other, those of `which`. */
export function readFileSvg(svg: string, picture: Picture, which = 0): PictureReading {
  const part = svg.split(` font-size="${heatmapSizes.cellTextSize}" text-anchor="middle">`)[which + 1] ?? '';
  const lines = all(part, /<g transform="translate\(0 [\d.]+\)">(.*?)<\/g>/gs).slice(0, picture.rows.length);
  return {
    rows: picture.rows.map(({ name }) => name),
    columns: picture.columns.map(({ name }) => name),
    texts: lines.map(([line]) => all(line!, /<text[^>]*>(.*?)<\/text>/gs).map(([text]) => textOf(text!))),
  };
}

type SheetRow = (string | number | null)[];

/** The lines of a file's list, each by the names of its columns. */
export interface FileList {
  lines: Record<string, string>[];
  /** As a reading, by the words of the cells. */
  rows: string[];
  columns: string[];
  words: string[][];
}

export function readCsv(text: string, picture: Picture): FileList {
  return listOf(parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][], picture);
}

function listOf(rows: SheetRow[], picture: Picture): FileList {
  const at = rows.findIndex((row) => row.includes('In words'));
  const heads = rows[at]!.map(String);
  const lines = rows.slice(at + 1).map((row) => Object.fromEntries(heads.map((head, place) => [head, String(row[place] ?? '')])));
  const [who, what] = [heads[0]!, picture.view === 'cycles' ? 'Round' : 'Skill'];
  const width = picture.columns.length;
  const first = lines.filter((_, place) => place % width === 0);
  return {
    lines,
    rows: first.map((line) => line[who]!),
    columns: lines.slice(0, width).map((line) => line[what]!),
    words: first.map((_, row) => lines.slice(row * width, (row + 1) * width).map((line) => line['In words']!)),
  };
}

/** Both sheets of a workbook: the picture as it stands, and the list of its cells. */
export function readOds(bytes: ArrayBuffer, picture: Picture, sheet = 'Picture'): { wide: PictureReading; list: FileList } {
  const { Sheets } = readWorkbook(bytes);
  const rowsOf = (name: string) => utils.sheet_to_json<SheetRow>(Sheets[name]!, { header: 1, defval: null, blankrows: true });
  const rows = rowsOf(sheet);
  // What the file is about stands above an empty line.
  const at = rows.findIndex((row) => row.every((cell) => cell === null)) + 1;
  const heads = rows[at]!.map((head) => String(head ?? ''));
  const names = heads.length - picture.columns.length;
  const sums = heads.indexOf('Meet');
  const lines = rows.slice(at + 1);
  const wide: PictureReading = {
    rows: lines.map((line) => String(line[0])),
    columns: heads.slice(names),
    texts: lines.map((line) => Array.from({ length: picture.columns.length }, (_, place) => String(line[names + place] ?? ''))),
    ...(sums >= 0 && sums < names && { margins: lines.map((line) => line.slice(sums, sums + 3).map(Number)) }),
  };
  return { wide, list: listOf(rowsOf('Cells'), picture) };
}

/** The text of a cell as a spreadsheet has it: a number where it is one, and nothing that begins as a formula does. */
export function asSheetText(text: string): string {
  const number = /^([+−-]?)(\d+)$/.exec(text);
  if (number) return String((number[1] === '−' || number[1] === '-' ? -1 : 1) * Number(number[2]));
  return text === '=' ? '0' : text.replace(/^-/, '–');
}
