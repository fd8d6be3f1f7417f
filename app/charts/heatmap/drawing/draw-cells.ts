import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { ink, line, muted } from '#app/charts/colour.ts';
import { cellBoxes, type RowBoxes } from './cell-boxes.ts';
import { drawFills, type Hatches } from './draw-fills.ts';
import { escapeMarkup } from './escape-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
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
export function drawCells(picture: Picture, layout: HeatmapLayout, options: DrawOptions): string {
  const { from = 0, to = picture.rows.length, above = 0, plain = false, isFirst = false, hatches = { shown: 'never', id: '' } } = options;
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
    const role = plain ? '' : isFirst ? ` role="group" aria-label="${who}"` : ` role="row" aria-rowindex="${above + row + 2}"`;
    const pieces = names.map((_name, column) => read(row * names.length + column));
    markup += `<g${role} transform="translate(0 ${round(band.y + boxes.baseline)})">${drawFills(pieces, boxes, hatches)}`;
    if (isFirst) markup += drawDots(pieces, boxes);
    pieces.forEach((piece, column) => {
      if (isFirst && piece.isNothing) return;
      const drawn = `${boxes.texts[column]}${piece.text}</text>${piece.look.marks.length === 0 ? '' : drawMarks(piece.look, boxes, column)}`;
      if (plain) {
        markup += drawn;
        return;
      }
      const href = options.hrefOf === undefined ? '' : ` href="${escapeMarkup(options.hrefOf(row, column))}"`;
      const link = `<a${href} data-at="${row},${column}"><title>${isFirst ? '' : `${who}, `}${names[column]}: ${piece.words}</title><path d="${boxes.paths[column]!.none}"/>${drawn}</a>`;
      markup += isFirst ? link : `<g role="gridcell">${link}</g>`;
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
  /** A dot that says no more than that nothing is expected. */
  isNothing: boolean;
}

const nothing: readonly string[] = ['not expected', 'expected of nobody'];

function readPieces(picture: Picture, { metric, heldLevel, scales, isFirst = false }: DrawOptions): (at: number) => Piece {
  const read = readCells(picture, metric, { heldLevel, scales, say: isFirst ? 'words' : 'meaning' });
  const known = new Map<object, Piece>();
  return (at) => {
    const cell = read(at);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const { look, words } = cell;
    const colour = look.textColour === ink ? '' : ` fill="${look.textColour}"`;
    const said = isFirst && /\d/.test(look.text) ? `${look.text}, ${words}` : words;
    const piece = { look, words: escapeMarkup(said), text: `${colour}>${escapeMarkup(look.text)}`, isNothing: look.text === '·' && nothing.includes(words) };
    known.set(cell, piece);
    return piece;
  };
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
