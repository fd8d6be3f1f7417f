import { drawCells, type DrawnNames, type DrawOptions } from './draw-cells.ts';
import { drawCorner } from './draw-corner.ts';
import { drawHatches } from './draw-hatches.ts';
import { drawHeads } from './draw-heads.ts';
import { drawLabels } from './draw-labels.ts';
import { drawRowMargins } from './draw-row-margins.ts';
import { pictureType } from './draw-text.ts';
import { quoteMarkup } from './quote-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { DrawnLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';

interface FrameOptions extends DrawOptions {
  /** Unique on the page; the ids of the parts start with it. */
  id: string;
  label: string;
  rowHref?: ((rowId: string) => string) | undefined;
  groupHref?: ((groupId: string) => string) | undefined;
  columnHref?: ((columnId: string) => string) | undefined;
}

const part = (id: string, content: string) => `<g id="${id}" class="heatmap-picture" ${pictureType}>${content}</g>`;

function picture(width: number, height: number, content: string, attributes = 'role="presentation"'): string {
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${attributes}>${content}</svg>`;
}

/**
 * Heads, labels and cells as four pictures in a grid that scrolls inside itself, with heads and labels staying in sight; and the same parts
 * again, cut into sheets, for paper: there every part is a reference to what the screen's picture has drawn already. The hatches stand apart,
 * since the screen's picture is not there on paper.
 */
export function drawFrame(shown: DrawnNames, layout: DrawnLayout, options: FrameOptions): { hatches: string; screen: string; paper: string } {
  const { frame } = layout;
  const { headHeight, cellsHeight, wideLabelWidth, narrowLabelWidth, bands, pages } = frame;
  const id = quoteMarkup(options.id);
  const width = frame.cellsWidth + frame.marginWidth;
  const links = { rowHref: options.rowHref, groupHref: options.groupHref };
  const labels = pages.map(({ from, to }, page) => part(`${id}-labels-${page}`, drawLabels(bands.slice(from, to), { size: 'wide', width: wideLabelWidth, ...links })));
  const cells = pages.map(({ from, to }, page) => {
    const onPage = bands.slice(from, to);
    const rows = onPage.flatMap(({ rowIndex }) => (rowIndex === null ? [] : [rowIndex]));
    const drawn = drawCells(shown, layout, { ...options, hatches: { shown: 'by-style', id: `${id}-hatch` }, from: rows[0]!, to: rows.at(-1)! + 1 });
    return part(`${id}-cells-${page}`, `<g class="heatmap-cells" font-size="${sizes.cellTextSize}" text-anchor="middle">${drawn}</g>`);
  });
  const margins = pages.map(({ from, to }, page) => part(`${id}-margins-${page}`, drawRowMargins(layout, bands.slice(from, to))));
  const label = `aria-label="${quoteMarkup(options.label)}"`;
  const grid = options.isFirst ? `role="group" ${label}` : `role="grid" ${label} aria-rowcount="${shown.rows.length + 1}" aria-colcount="${shown.columns.length}"`;
  const narrow = `class="heatmap-narrow" role="presentation"`;
  const wide = `class="heatmap-wide" role="presentation"`;
  const screen =
    `<div class="heatmap-corner">${picture(wideLabelWidth, headHeight, part(`${id}-corner`, drawCorner(frame.corner.wide, headHeight)), wide)}` +
    `${picture(narrowLabelWidth, headHeight, part(`${id}-corner-narrow`, drawCorner(frame.corner.narrow, headHeight)), narrow)}</div>` +
    `<div class="heatmap-heads">${picture(width, headHeight, part(`${id}-heads`, drawHeads(layout, options.columnHref)))}</div>` +
    `<div class="heatmap-labels">${picture(wideLabelWidth, cellsHeight, labels.join(''), wide)}` +
    `${picture(narrowLabelWidth, cellsHeight, part(`${id}-labels-narrow`, drawLabels(bands, { size: 'narrow', width: narrowLabelWidth, ...links })), narrow)}</div>` +
    `<div class="heatmap-body">${picture(frame.cellsWidth, cellsHeight, cells.join(''), grid)}` +
    `${frame.marginWidth === 0 ? '' : `<svg class="heatmap-margins" width="${frame.marginWidth}" height="${cellsHeight}" viewBox="${frame.cellsWidth} 0 ${frame.marginWidth} ${cellsHeight}" role="presentation">${margins.join('')}</svg>`}</div>`;
  const sheets = pages.map((page, number) => {
    const use = (name: string, x: number, y: number) => `<use href="#${id}-${name}" x="${x}" y="${y}"/>`;
    const y = headHeight - page.y;
    const rows = use(`labels-${number}`, 0, y) + use(`cells-${number}`, wideLabelWidth, y) + (frame.marginWidth === 0 ? '' : use(`margins-${number}`, wideLabelWidth, y));
    return `<svg viewBox="0 0 ${page.width} ${headHeight + page.height}">${use('corner', 0, 0)}${use('heads', wideLabelWidth, 0)}${rows}</svg>`;
  });
  return { hatches: `<svg width="0" height="0">${drawHatches(`${id}-hatch`)}</svg>`, screen, paper: sheets.join('') };
}
