import type { CellMark } from '#app/domain/capability/cell.ts';
import { ink, muted, paper, textOn } from '#app/charts/colour.ts';

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
export function lookOf(text: string, fill: string | null, rest: Partial<Pick<CellLook, 'border' | 'hatch' | 'marks'>> = {}): CellLook {
  const textColour = fill === null ? muted : fill === paper ? ink : textOn(fill);
  return { text, fill, textColour, border: rest.border ?? 'none', hatch: rest.hatch ?? 'none', marks: rest.marks ?? [] };
}
