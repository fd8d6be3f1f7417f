import { swapMarks } from './swap-marks.ts';
import type { FigureText, ToldFigure } from './told-figure.ts';
import type { ToldStyle } from './told-picture.ts';

/**
 * What is told of a figure, but for the names of its picture, as one text. The page's data carry a text for a fraction of what they take for
 * lists of numbers.
 */
export function writeFigure({ view: _view, rows: _rows, groups: _groups, columns: _columns, columnGroups: _columnGroups, styles, ...told }: ToldFigure): string {
  const text: FigureText = { ...told, styles: styles.map(styleText) };
  return swapMarks(JSON.stringify(text));
}

const styleText = ({ fill, textColour, border, hatch, marks }: ToldStyle) => [fill, textColour, border, hatch, ...marks].join(' ');
