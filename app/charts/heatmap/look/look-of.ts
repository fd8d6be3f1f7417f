import type { CellMark } from '#app/domain/capability/cell.ts';
import { muted, textOn } from '#app/charts/colour.ts';

/** How a cell is drawn, wherever it is drawn: in SVG, on a canvas, in a key. Without `fill` it still says what it is. */
export interface CellLook {
  text: string;
  /** Null leaves the page's colour. */
  fill: string | null;
  textColour: string;
  /** A short cell is outlined, an unassessed one dashed; other cells have no border. */
  border: 'none' | 'short' | 'dashed' | 'short-dashed';
  /** On paper and in system colours: which way the cell lies from what is expected. */
  hatch: 'none' | 'short' | 'over';
  marks: readonly CellMark[];
}

/** A look with its text's colour; what is not said is plain. */
export function lookOf(
  text: string | number,
  fill: string | null,
  border: CellLook['border'] = 'none',
  hatch: CellLook['hatch'] = 'none',
  marks: readonly CellMark[] = [],
): CellLook {
  return { text: `${text}`, fill, textColour: fill === null ? muted : textOn(fill), border, hatch, marks };
}
