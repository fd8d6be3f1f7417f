import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { legendLooks } from '#app/charts/legend-looks.ts';
import { levelsWords } from '#app/charts/levels-words.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import type { Hatches } from './draw-fills.ts';
import { drawSample } from './draw-sample.ts';
import { escapeMarkup } from './escape-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';

interface KeyOptions {
  metric: PictureMetric;
  scales: SkillScales;
  width: number;
  hatches?: Hatches | undefined;
}

const [beside, between, rowGap] = [6, 18, 8];

/** The key of a picture in rows as wide as asked, as escaped SVG from its own corner, and how high it is in pixels. */
export function drawKey({ cells: { kind }, disclosureControlled }: Picture, { metric, scales, width, hatches }: KeyOptions): { svg: string; height: number } {
  let [x, y, rowHeight, svg] = [0, 0, 0, ''];
  for (const line of levelsWords(scales, kind, metric).flatMap((words) => wrapText(words, width, sizes.noteSize))) {
    y += sizes.noteLine;
    svg += `<text y="${y - 4}">${escapeMarkup(line)}</text>`;
  }
  if (y > 0) y += rowGap;
  for (const { words, look, width: cellWidth } of legendLooks({ kind, disclosureControlled }, metric)) {
    const sample = drawSample(look, cellWidth, hatches);
    const lines = wrapText(words, Math.max(60, width - sample.width - beside), sizes.noteSize);
    const textBreadth = Math.ceil(Math.max(...lines.map((line) => textWidth(line, sizes.noteSize))));
    const breadth = sample.width + beside + textBreadth;
    const height = Math.max(sample.height, lines.length * sizes.noteLine);
    if (x > 0 && x + breadth > width) [x, y, rowHeight] = [0, y + rowHeight + rowGap, 0];
    const first = (height - lines.length * sizes.noteLine) / 2 + 12;
    const texts = lines.map((line, at) => `<text x="${sample.width + beside}" y="${first + at * sizes.noteLine}">${escapeMarkup(line)}</text>`).join('');
    svg += `<g transform="translate(${x} ${y})">${sample.svg}${texts}</g>`;
    [x, rowHeight] = [x + breadth + between, Math.max(rowHeight, height)];
  }
  return { svg: `<g font-size="${sizes.noteSize}">${svg}</g>`, height: y + rowHeight };
}
