import { placedPicture } from '#app/charts/heatmap/canvas/__fixtures__/placed-picture.ts';
import { gridRows } from '#app/charts/heatmap/canvas/grid-rows.ts';
import { paintHeatmap } from '#app/charts/heatmap/canvas/paint-heatmap.ts';
import { type Drawn, type PictureReading, textOf } from './picture-readings.tsx';

/** Stands in for the browser's, which keeps no text of its path. */
export class RecordedPath {
  constructor(readonly d: string) {}
}

interface Written {
  text: string;
  x: number;
  y: number;
}

/** A canvas that keeps what is written on it and where, and the paths of marks, and draws nothing. */
function recordingCanvas() {
  const [texts, strokes]: [Written[], Written[]] = [[], []];
  let [x, y] = [0, 0];
  const stack: [number, number][] = [];
  const keep = (path?: RecordedPath) => {
    for (const [, text, left, top] of path?.d.matchAll(/M((-?[\d.]+)[ ,]?(-?[\d.]+))/g) ?? []) strokes.push({ text: text!, x: x + Number(left), y: y + Number(top) });
  };
  const own: Record<string, unknown> = {
    save: () => stack.push([x, y]),
    restore: () => ([x, y] = stack.pop()!),
    translate: (right: number, down: number) => ([x, y] = [x + right, y + down]),
    setTransform: () => ([x, y] = [0, 0]),
    fillText: (text: string, right: number, down: number) => texts.push({ text, x: x + right, y: y + down }),
    fill: keep,
    stroke: keep,
  };
  const context = new Proxy(own, { get: (target, name: string) => target[name] ?? (() => undefined), set: () => true });
  return { context: context as unknown as CanvasRenderingContext2D, texts, strokes };
}

/**
 * The canvas of a picture: what is written into each cell, by where it is written, and the rows in view behind it with their
 * sentences. The picture comes as it travels, as JSON.
 */
export function readCanvas({ picture, metric, heldLevel, scales }: Drawn): { canvas: PictureReading; behind: PictureReading } {
  const placed = placedPicture(picture, { metric, heldLevel, scales, availableWidth: 1_200 });
  const { layout, told } = placed;
  const { cellsWidth, cellsHeight, headHeight, labelWidth } = layout;
  const view = { left: 0, top: 0, width: labelWidth + cellsWidth, height: headHeight + cellsHeight };
  const { context, texts, strokes } = recordingCanvas();
  paintHeatmap(context, { ...placed, view, ratio: 1, rings: { pointer: null, open: null, focus: null } });
  const named = { rows: told.rows.map(({ name }) => name), columns: told.columns.map(({ name }) => name) };
  const grid = <T,>(of: (row: number, column: number) => T) => picture.rows.map((_, row) => picture.columns.map((__, column) => of(row, column)));
  const [found, counted] = [grid((): string[] => []), grid(() => 0)];
  const placeOf = ({ x, y }: Written) => [layout.rowAt(y - headHeight), layout.columnAt(x - labelWidth)] as const;
  for (const written of texts) {
    const [row, column] = placeOf(written);
    if (row !== null && column !== null) found[row]![column]!.push(written.text);
  }
  for (const written of strokes) {
    const [row, column] = placeOf(written);
    if (row !== null && column !== null) counted[row]![column]! += 1;
  }
  const markup = gridRows(placed, layout.bands.keys());
  const cells = new Map([...markup.matchAll(/data-at="(\d+,\d+)"[^>]*? aria-label="([^"]*)">(.*?)<\/(?:a|span)>/gs)].map(([, at, sentence, text]) => [at!, { sentence: textOf(sentence!), text: textOf(text!) }]));
  const cell = (row: number, column: number) => cells.get(`${row},${column}`) ?? { sentence: '', text: '' };
  return {
    canvas: { ...named, texts: grid((row, column) => found[row]![column]!.join('|')), strokes: counted },
    behind: { ...named, texts: grid((row, column) => cell(row, column).text), words: grid((row, column) => cell(row, column).sentence) },
  };
}
