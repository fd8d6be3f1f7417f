import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { paper } from '#app/charts/colour.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import { cleanNames } from './clean-names.ts';
import { drawCells } from './draw-cells.ts';
import { drawCorner } from './draw-corner.ts';
import { drawHatches } from './draw-hatches.ts';
import { drawHeads } from './draw-heads.ts';
import { drawKey } from './draw-key.ts';
import { drawLabels } from './draw-labels.ts';
import { drawRowMargins } from './draw-row-margins.ts';
import { pictureType } from './draw-text.ts';
import { escapeMarkup } from './escape-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';

interface StandaloneOptions {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
  title: string;
  /** Under the title: day, filter, order, who is left out, source and licence; wrapped to the picture's width. */
  lines: readonly string[];
  availableWidth?: number;
  /** True draws the hatches of paper, for a printer that has no colours. */
  hatches?: boolean;
}

const [edge, gap, titleSize, titleLine, narrowest] = [16, 16, 22, 28, 480];

/**
 * A whole picture as an SVG file of its own: title and lines above, the picture without links, the key below. Holds nothing but shapes and
 * texts, as `svgFault` checks, so that it may be opened or embedded anywhere.
 */
export function standaloneSvg(shown: Picture, options: StandaloneOptions): string {
  const picture = cleanNames(shown);
  const { metric, heldLevel, scales, title, lines, availableWidth, hatches = false } = options;
  const drawnHatches = hatches ? ({ shown: 'always', id: 'hatch' } as const) : undefined;
  const margins = picture.cells.kind === 'expectation' ? null : marginsOf(picture);
  const layout = layoutHeatmap(picture, { metric, heldLevel, margins, ...(availableWidth && { availableWidth }) });
  const { frame } = layout;
  const { headHeight, wideLabelWidth, cellsHeight, bands } = frame;
  const breadth = Math.max(narrowest, wideLabelWidth + frame.cellsWidth + frame.marginWidth);
  const titles = wrapText(title, breadth, titleSize);
  const notes = lines.flatMap((words) => wrapText(words, breadth, sizes.noteSize));
  const pictureTop = edge + titles.length * titleLine + notes.length * sizes.noteLine + gap;
  const key = drawKey(picture, { metric, scales, width: breadth, hatches: drawnHatches });
  const keyTop = pictureTop + headHeight + cellsHeight + gap;
  const [width, height] = [Math.ceil(breadth + 2 * edge), Math.ceil(keyTop + key.height + edge)];
  const at = (x: number, y: number, content: string, attributes = '') => `<g transform="translate(${x} ${y})"${attributes}>${content}</g>`;
  const texts = [
    ...titles.map((line, row) => `<text y="${(row + 1) * titleLine - 8}" font-size="${titleSize}" font-weight="700">${escapeMarkup(line)}</text>`),
    ...notes.map((line, row) => `<text y="${titles.length * titleLine + (row + 1) * sizes.noteLine - 3}" font-size="${sizes.noteSize}">${escapeMarkup(line)}</text>`),
  ];
  const cells = drawCells(picture, layout, { read: readCells(picture, metric, { heldLevel, scales, say: 'meaning' }), plain: true, ...(drawnHatches && { hatches: drawnHatches }) });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(lines.join(' '))}</desc>${hatches ? drawHatches('hatch') : ''}` +
    `<rect width="${width}" height="${height}" fill="${paper}"/><g ${pictureType}>` +
    at(edge, edge, texts.join('')) +
    at(edge, pictureTop, drawCorner(frame.corner.wide, headHeight) + at(wideLabelWidth, 0, drawHeads(layout, undefined, true))) +
    at(edge, pictureTop + headHeight, drawLabels(bands, { size: 'wide', width: wideLabelWidth })) +
    at(edge + wideLabelWidth, pictureTop + headHeight, cells, ` font-size="${sizes.cellTextSize}" text-anchor="middle"`) +
    at(edge + wideLabelWidth, pictureTop + headHeight, drawRowMargins(layout, bands, true)) +
    at(edge, keyTop, key.svg) +
    '</g></svg>'
  );
}
