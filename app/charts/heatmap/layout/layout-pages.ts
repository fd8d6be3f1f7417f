import type { HeatmapBand } from './layout-bands.ts';

/** The bands of one printed sheet; the heads are repeated above them. */
export interface HeatmapPage {
  /** Indexes into the bands. */
  from: number;
  /** One past the last. */
  to: number;
  y: number;
  height: number;
  /** Width of the sheet in the picture's pixels: the picture, or more where the picture would otherwise be enlarged. */
  width: number;
}

/** Height over width of what A4 landscape leaves inside 10 mm margins. */
const sheetRatio = 186 / 277;
/** The same for the first sheet, which also carries the page's title and a caption of up to four lines. */
const firstSheetRatio = 156 / 277;
/** What the sheet's width is in CSS pixels at full size: a narrower picture is not blown up. */
const sheetWidth = 1040;

/**
 * Cuts the bands into sheets of A4 landscape at the scale at which the whole width fits, between rows only and
 * never between a heading and its first row. A sheet holds at least one row, however high.
 */
export function layoutPages(
  bands: readonly HeatmapBand[],
  { headHeight, width }: { headHeight: number; width: number },
): HeatmapPage[] {
  const pageWidth = Math.max(width, sheetWidth);
  const pages: HeatmapPage[] = [];
  let from = 0;
  bands.forEach((band, index) => {
    const next = bands[index + 1];
    if (band.rowIndex === null && next !== undefined) return;
    const keptTogether = next?.rowIndex === null ? bands[index + 2] : next;
    const bottom = keptTogether === undefined ? 0 : keptTogether.y + keptTogether.height;
    const top = bands[from]!.y;
    const room = pageWidth * (pages.length === 0 ? firstSheetRatio : sheetRatio) - headHeight;
    if (keptTogether !== undefined && bottom - top <= room) return;
    pages.push({ from, to: index + 1, y: top, height: band.y + band.height - top, width: pageWidth });
    from = index + 1;
  });
  return pages;
}
