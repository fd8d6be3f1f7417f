import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { ink, line } from '#app/charts/colour.ts';
import { cellBoxes, type RowBoxes } from './cell-boxes.ts';
import { drawFills, type Hatches } from './draw-fills.ts';
import { escapeMarkup } from './escape-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import { markPath } from '#app/charts/heatmap/look/mark-path.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';

export interface DrawOptions {
  metric: PictureMetric;
  /** For the metric `holders`. */
  heldLevel: number;
  scales: SkillScales;
  /** Where a cell leads, by the places of its row and column. Asked once a cell: join texts here, work nothing out. */
  hrefOf?: (row: number, column: number) => string;
  /** The first row drawn, and the one after the last. */
  from?: number;
  to?: number;
  /** How many rows of the whole picture stand above this one, on another page. */
  above?: number;
  /** True leaves out links, titles and roles, for a file. */
  plain?: boolean;
  /** None where left out. */
  hatches?: Hatches;
}

/**
 * The cells of a picture as SVG, one escaped string: a row is its fills and borders, then for each cell a link that is as large as the cell
 * and holds the text, the marks and the whole sentence. `data-at` is "row,column" in the picture.
 */
export function drawCells(picture: Picture, layout: HeatmapLayout, options: DrawOptions): string {
  const { from = 0, to = picture.rows.length, above = 0, plain = false, hatches = { shown: 'never', id: '' } } = options;
  const { frame, bandOfRow } = layout;
  const names = picture.columns.map(({ name }) => escapeMarkup(name));
  const boxesOf = cellBoxes(frame.columns);
  const read = readPieces(picture, options);
  let markup = '';
  for (let row = from; row < to; row += 1) {
    const band = frame.bands[bandOfRow[row]!]!;
    const boxes = boxesOf(band.height);
    const who = escapeMarkup(picture.rows[row]!.name);
    const heading = frame.bands[bandOfRow[row]! - 1];
    if (heading?.rowIndex === null && heading.y > 0) {
      markup += `<path class="heatmap-rule" d="M0 ${heading.y + sizes.groupPadding / 2}h${round(frame.cellsWidth + frame.marginWidth)}" stroke="${line}"/>`;
    }
    const role = plain ? '' : ` role="row" aria-rowindex="${above + row + 2}"`;
    const pieces = names.map((_name, column) => read(row * names.length + column));
    markup += `<g${role} transform="translate(0 ${round(band.y + boxes.baseline)})">${drawFills(pieces, boxes, hatches)}`;
    pieces.forEach((piece, column) => {
      const drawn = `${boxes.texts[column]}${piece.text}</text>${piece.look.marks.length === 0 ? '' : drawMarks(piece.look, boxes, column)}`;
      if (plain) markup += drawn;
      else {
        const href = options.hrefOf === undefined ? '' : ` href="${escapeMarkup(options.hrefOf(row, column))}"`;
        markup += `<g role="gridcell"><a${href} data-at="${row},${column}"><title>${who}, ${names[column]}: ${piece.words}</title><path d="${boxes.paths[column]!.none}"/>${drawn}</a></g>`;
      }
    });
    markup += '</g>';
  }
  return markup;
}

const round = (value: number) => Math.round(value * 100) / 100;

interface Piece {
  look: CellLook;
  /** Escaped. */
  words: string;
  /** The rest of the text's tag and the text, escaped. */
  text: string;
}

function readPieces(picture: Picture, { metric, heldLevel, scales }: DrawOptions): (at: number) => Piece {
  const read = readCells(picture, metric, { heldLevel, scales, say: 'meaning' });
  const known = new Map<object, Piece>();
  return (at) => {
    const cell = read(at);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const { look, words } = cell;
    const colour = look.textColour === ink ? '' : ` fill="${look.textColour}"`;
    const piece = { look, words: escapeMarkup(words), text: `${colour}>${escapeMarkup(look.text)}` };
    known.set(cell, piece);
    return piece;
  };
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
