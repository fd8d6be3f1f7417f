import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { LabelLine } from '#app/charts/heatmap/layout/layout-labels.ts';
import { heightOfLines, placeLines } from '#app/charts/heatmap/layout/place-lines.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import { labelShape } from './label-shape.ts';
import type { LabelSize, ToldHeading, ToldPicture, ToldRow } from './told-picture.ts';

const widths: Record<LabelSize, number> = { wide: sizes.wideLabel, narrow: sizes.narrowLabel };
const labelSizes = ['wide', 'narrow'] as const;

/** The names of rows and groups in lines, for wide and for narrow labels, and how high that makes the rows: all as high as the highest. */
export function tellLabels({ rows, groups }: Picture): Pick<ToldPicture, 'rows' | 'noteLines' | 'groups' | 'rowHeight' | 'baselines'> {
  const most = { wide: 1, narrow: 1, notes: 0 };
  const noteLines: string[][] = [];
  // Role levels are few and come again and again.
  const notes = new Map<string, { lines: number; at: number | null }>();
  const noteOf = (note: string) => {
    const found = notes.get(note);
    if (found) return found;
    const lines = wrapText(note, sizes.wideLabel, sizes.noteSize);
    const known = { lines: lines.length, at: isWhole(lines, note) ? null : noteLines.push(lines) - 1 };
    notes.set(note, known);
    return known;
  };
  const told = rows.map((row): ToldRow => {
    const made: ToldRow = { ...row };
    for (const size of labelSizes) {
      const lines = wrapText(row.name, widths[size], sizes.nameSize);
      most[size] = Math.max(most[size], lines.length);
      if (!isWhole(lines, row.name)) made[size] = lines;
    }
    if (row.note === null) return made;
    const note = noteOf(row.note);
    most.notes = Math.max(most.notes, note.lines);
    if (note.at !== null) made.noteAt = note.at;
    return made;
  });
  const heightOf = (names: number, quiet: number) => Math.max(sizes.rowHeight, names * sizes.nameLine + quiet * sizes.noteLine + 2 * sizes.rowPadding);
  const rowHeight = { wide: heightOf(most.wide, most.notes), narrow: heightOf(most.narrow, 0) };
  return {
    rows: told,
    noteLines,
    groups: groups.map(({ id, name }) => ({ id, name, wide: tellHeading(name, widths.wide), narrow: tellHeading(name, widths.narrow) })),
    rowHeight,
    baselines: Object.fromEntries(labelSizes.flatMap((size) => shapesOf(size, most[size], size === 'wide' ? most.notes : 0, rowHeight[size]))),
  };
}

const isWhole = (lines: readonly string[], text: string) => lines.length === 1 && lines[0] === text;

const linesOf = (count: number, kind: LabelLine['kind']): LabelLine[] => Array.from({ length: count }, () => ({ text: '', kind }));

/** Where lines stand in every label of at most so many. */
function shapesOf(size: LabelSize, mostNames: number, mostNotes: number, height: number): [string, number[]][] {
  return linesOf(mostNames, 'name').flatMap((_line, names) =>
    Array.from({ length: mostNotes + 1 }, (_none, notes): [string, number[]] => {
      const placed = placeLines([...linesOf(names + 1, 'name'), ...linesOf(notes, 'note')], height, false);
      return [labelShape(size, names + 1, notes), placed.map(({ y }) => y)];
    }),
  );
}

function tellHeading(name: string, width: number): ToldHeading {
  const lines = wrapText(name, width, sizes.nameSize);
  const label = linesOf(lines.length, 'group');
  const height = heightOfLines(label) + 2 * sizes.groupPadding;
  return { height, lines, baselines: placeLines(label, height, true).map(({ y }) => y) };
}
