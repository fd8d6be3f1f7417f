import { ink, line, muted } from '#app/charts/colour.ts';
import { cellBoxes, round, type RowBoxes } from './cell-boxes.ts';
import { drawFills, type Hatches } from './draw-fills.ts';
import { quoteMarkup } from './quote-markup.ts';
import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';
import type { HeatmapColumn } from '#app/charts/heatmap/layout/place-columns.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { DrawnLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import { markPath } from '#app/charts/heatmap/look/mark-path.ts';
import type { ReadCell } from '#app/charts/heatmap/look/read-cells.ts';

/** The names that stand in a picture, in the order of its rows and columns. */
export interface DrawnNames {
  rows: readonly { name: string }[];
  columns: readonly { name: string }[];
}

interface DrawnFrame {
  columns: readonly Pick<HeatmapColumn, 'x' | 'width'>[];
  bands: readonly Pick<HeatmapBand, 'rowIndex' | 'y' | 'height'>[];
  cellsWidth: number;
  marginWidth: number;
}

export interface DrawOptions {
  /**
   * What the cell at row * columns + column looks like and says: its whole meaning, or in a first drawing its state and marks. Of cells that are
   * alike best the same object, of which the markup is then made once.
   */
  read: (at: number) => ReadCell;
  /** Where a cell leads, by the places of its row and column. Asked once a cell: join texts here, work nothing out. */
  hrefOf?: (row: number, column: number) => string;
  /** The first row drawn, and the one after the last. */
  from?: number;
  to?: number;
  /** True leaves out links, titles and roles, for a file. */
  plain?: boolean;
  /**
   * True draws what works without scripts and no more: the row says whose cells they are, a link the skill, the levels and the state, and
   * cells of which nothing is expected are dots without a link. Scripts draw the whole in its place.
   */
  isFirst?: boolean;
  /** None where left out. */
  hatches?: Hatches;
}

/**
 * The cells of a picture as SVG, one escaped string: a row is its fills and borders, then for each cell a link that is as large as the cell
 * and holds the text, the marks and the whole sentence. `data-at` is "row,column" in the picture.
 */
export function drawCells(picture: DrawnNames, layout: Pick<DrawnLayout, 'bandOfRow'> & { frame: DrawnFrame }, options: DrawOptions): string {
  const { read, from = 0, to = picture.rows.length, plain = false, isFirst = false, hatches = { shown: 'never', id: '' } } = options;
  const { frame, bandOfRow } = layout;
  const names = picture.columns.map(({ name }) => quoteMarkup(name));
  const boxesOf = cellBoxes(frame.columns);
  const known = new Map<ReadCell, Piece>();
  let markup = '';
  for (let row = from; row < to; row += 1) {
    const band = frame.bands[bandOfRow[row]!]!;
    const boxes = boxesOf(band.height);
    const who = quoteMarkup(picture.rows[row]!.name);
    const heading = frame.bands[bandOfRow[row]! - 1];
    if (heading?.rowIndex === null && heading.y > 0) {
      markup += `<path class="heatmap-rule" d="M0 ${heading.y + sizes.groupPadding / 2}h${round(frame.cellsWidth + frame.marginWidth)}" stroke="${line}"/>`;
    }
    const role = plain ? '' : isFirst ? ` role="group" aria-label="${who}"` : ` role="row" aria-rowindex="${row + 2}"`;
    const pieces = names.map((_name, column) => {
      const cell = read(row * names.length + column);
      const piece = known.get(cell) ?? pieceOf(cell, isFirst);
      known.set(cell, piece);
      return piece;
    });
    markup += `<g${role} transform="translate(0 ${round(band.y + boxes.baseline)})">${drawFills(pieces, boxes, hatches)}`;
    if (isFirst) markup += drawDots(pieces, boxes);
    pieces.forEach((piece, column) => {
      if (isFirst && piece.isNothing) return;
      const drawn = `<text x="${boxes.centres[column]}"${piece.text}</text>${piece.look.marks.length === 0 ? '' : drawMarks(piece.look, boxes, column)}`;
      if (plain) {
        markup += drawn;
        return;
      }
      const href = options.hrefOf === undefined ? '' : ` href="${quoteMarkup(options.hrefOf(row, column))}"`;
      const link = `<a${href} data-at="${row},${column}"><title>${isFirst ? '' : `${who}, `}${names[column]}: ${piece.words}</title><path d="${boxes.paths[column]!.none}"/>${drawn}</a>`;
      markup += isFirst ? link : `<g role="gridcell">${link}</g>`;
    });
    markup += '</g>';
  }
  return markup;
}

interface Piece {
  look: CellLook;
  /** Escaped. */
  words: string;
  /** The rest of the text's tag and the text, escaped. */
  text: string;
  /** A dot that says no more than that nothing is expected. */
  isNothing: boolean;
}

const nothing: readonly string[] = ['not expected', 'expected of nobody'];

function pieceOf({ look, words }: ReadCell, isFirst: boolean): Piece {
  const { text, textColour } = look;
  const said = isFirst && /\d/.test(text) ? `${text}, ${words}` : words;
  return { look, words: quoteMarkup(said), text: `${textColour === ink ? '' : ` fill="${textColour}"`}>${quoteMarkup(text)}`, isNothing: text === '·' && nothing.includes(words) };
}

/** The dots of a row as one text, which gives each its own place. The table says what they mean. */
function drawDots(pieces: readonly Piece[], { centres }: RowBoxes): string {
  const at = centres.filter((_centre, column) => pieces[column]!.isNothing);
  return at.length === 0 ? '' : `<text aria-hidden="true" x="${at.join(' ')}" fill="${muted}">${'·'.repeat(at.length)}</text>`;
}

function drawMarks({ marks, border, textColour }: CellLook, { boxes }: RowBoxes, column: number): string {
  return marks
    .map((mark) => markPath(mark, boxes[column]!, border === 'none' ? 1.5 : 3))
    .map((mark) => {
      if (mark === null) return '';
      const paint = mark.isFilled ? `class="heatmap-mark" fill="${textColour}"` : `class="heatmap-mark-line" fill="none" stroke="${textColour}" stroke-width="1"`;
      return `<path ${paint} d="${mark.d}"/>`;
    })
    .join('');
}
