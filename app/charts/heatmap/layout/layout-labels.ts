import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import * as sizes from './sizes.ts';

export interface LabelLine {
  text: string;
  /** A name is read first; a note stands back below it. */
  kind: 'name' | 'note' | 'group';
}

/** Letters of a heading are bold, and wider. */
const sizeOf = { name: sizes.nameSize, note: sizes.noteSize, group: sizes.nameSize * sizes.boldWidth };

export interface LabelColumn {
  /** Width of the column: its longest wrapped line and the padding. */
  width: number;
  /** Lines of each label, in the order asked. */
  labels: LabelLine[][];
}

/**
 * Wraps the labels of rows and groups into a column whose text is at most `widest` pixels wide, and says how wide
 * the column has to be for the longest line. Words break only where one alone is wider than the column.
 */
export function layoutLabels(
  labels: readonly { name: string; note: string | null; isGroup: boolean }[],
  widest: number,
): LabelColumn {
  const wrapped = labels.map(({ name, note, isGroup }): LabelLine[] => [
    ...wrapText(name, widest, sizeOf[isGroup ? 'group' : 'name']).map((text) => ({ text, kind: isGroup ? 'group' : 'name' }) as const),
    ...(note === null ? [] : wrapText(note, widest, sizeOf.note).map((text) => ({ text, kind: 'note' }) as const)),
  ]);
  const longest = wrapped
    .flat()
    .reduce((most, { text, kind }) => Math.max(most, textWidth(text, sizeOf[kind])), 0);
  return { width: Math.ceil(longest) + sizes.labelPadding, labels: wrapped };
}
