import { describe, expect, it } from 'vitest';
import { legendLooks } from '#app/charts/legend-looks.ts';
import { sampleScales } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { samplePictures } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { drawSample } from './draw-sample.ts';
import { standaloneSvg } from './standalone-svg.ts';

const all = samplePictures.flatMap(([name, picture, metrics]) => metrics.map((metric) => ({ name, picture, metric })));
/** One element a line, so that a change of the picture reads as a change of lines. */
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

describe('the stored pictures', () => {
  it.each(all)('show $name by $metric, every state and mark, with its key', async ({ name, picture, metric }) => {
    const drawn = standaloneSvg(picture, { metric, heldLevel: 3, scales: sampleScales, title: `${name} by ${metric}`, lines: ['As at: 21 November 2026.'], hatches: metric === 'gap' });
    await expect(lines(drawn)).toMatchFileSnapshot(`./__snapshots__/pictures/${name}-${metric}.svg`);
  });
});

describe('a key', () => {
  it.each(all)('shows everything that $name by $metric looks like, once', ({ picture, metric }) => {
    const samples = legendLooks({ kind: picture.cells.kind, disclosureControlled: true }, metric);
    expect(new Set(samples.map(({ words }) => words)).size).toBe(samples.length);
    const drawn = samples.map(({ look, width }) => drawSample(look, width).svg);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
