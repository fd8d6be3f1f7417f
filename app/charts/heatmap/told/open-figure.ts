import { swapMarks } from './swap-marks.ts';
import type { FigureNames, FigureText, ToldFigure } from './told-figure.ts';
import type { ToldStyle } from './told-picture.ts';

/** A figure from what `writeFigure` wrote and the names of its picture. */
export function openFigure(text: string, names: FigureNames): ToldFigure {
  const { styles, ...told } = JSON.parse(swapMarks(text)) as FigureText;
  return { ...names, ...told, styles: styles.map(styleOf) };
}

function styleOf(text: string): ToldStyle {
  const [fill, textColour, border, hatch, ...marks] = text.split(' ');
  return { fill: fill || null, textColour, border, hatch, marks } as ToldStyle;
}
