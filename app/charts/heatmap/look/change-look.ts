import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { gapFill } from '#app/charts/colour.ts';
import { hatchOf } from './hatch-of.ts';
import { lookOf, type CellLook } from './look-of.ts';
import { signedText } from './signed-text.ts';

/** What moved from one figure to another: as a difference for the whole change, as both figures for what it is made of. */
export function changeLook(metric: PictureMetric, before: number, after: number, difference: number, border: CellLook['border']): CellLook {
  return lookOf(difference !== 0 && metric !== 'change' ? `${before}›${after}` : signedText(difference), gapFill(difference), border, hatchOf(difference));
}
