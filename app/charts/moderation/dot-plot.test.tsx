import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DifferenceTable } from './difference-table.tsx';
import { DotPicture, DotPlot } from './dot-plot.tsx';
import { type DotPlotRow, layoutDotPlot } from './layout-dot-plot.ts';

const row = (name: string, at: Record<number, number>, interval: DotPlotRow['interval'] = null): DotPlotRow & { leftOut: number } => {
  const counts = Array.from({ length: 9 }, (_, index) => at[index - 4] ?? 0);
  return { key: name, name, counts, compared: counts.reduce((sum, count) => sum + count, 0), interval, leftOut: 1 };
};
const rows = [
  row('Ada Lovell', { [-1]: 1, 0: 9, 1: 4 }, { mean: 0.2143, low: -0.1347, high: 0.5633 }),
  row('Featherstonehaugh-Cholmondeley, Bartholomew Maximilian', { 2: 3 }),
];
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

describe('the dot plot', () => {
  it.each(['wide', 'narrow'] as const)('is the stored picture, %s', async (size) => {
    const layout = layoutDotPlot(rows, { width: size === 'wide' ? 640 : 288, size });
    await expect(lines(renderToStaticMarkup(<DotPicture layout={layout} label="Manager minus agreed" />))).toMatchFileSnapshot(`./__snapshots__/dot-plot-${size}.svg`);
  });

  it('stands a dot at its difference, its area as its count', () => {
    const { rows: plotted, ticks, left, right } = layoutDotPlot(rows, { width: 640, size: 'wide' });
    const [minus, none, plus] = plotted[0]!.dots;
    expect([minus!.difference, none!.difference, plus!.difference]).toEqual([-1, 0, 1]);
    expect(none!.x).toBe((left + right) / 2);
    expect(ticks[4]).toMatchObject({ text: '0', x: none!.x });
    expect(plus!.radius ** 2 / none!.radius ** 2).toBeCloseTo(4 / 9, 2);
    expect(plotted[0]!.interval).toMatchObject({ lowX: expect.closeTo(none!.x - 0.1347 * (ticks[5]!.x - none!.x), 1) as number });
    expect(plotted[1]!.interval).toBeNull();
  });

  it('keeps every dot and line inside the picture, and every row below the one before', () => {
    const anyRow = fc.record({ name: fc.string({ minLength: 1, maxLength: 60 }), counts: fc.array(fc.nat(500), { minLength: 9, maxLength: 9 }), hasMean: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), fc.constantFrom('wide' as const, 'narrow' as const), (list, size) => {
        const width = size === 'wide' ? 640 : 288;
        const layout = layoutDotPlot(
          list.map(({ name, counts, hasMean }, index) => ({ key: String(index), name, counts, compared: 1, interval: hasMean ? { mean: 0, low: -4, high: 4 } : null })),
          { width, size },
        );
        let above = layout.top;
        for (const { dots, axisY, interval, labelY, bandTop, bandBottom, lines: label } of layout.rows) {
          expect(labelY).toBeGreaterThan(above);
          for (const { x, radius } of dots) {
            expect(x - radius).toBeGreaterThanOrEqual(0);
            expect(x + radius).toBeLessThanOrEqual(width);
          }
          above = Math.max(axisY + 11, labelY + (label.length - 1) * 20, interval?.y ?? 0);
          expect(above).toBeLessThanOrEqual(layout.height);
          expect(Math.max(axisY + 11, interval?.y ?? 0)).toBeLessThan(bandBottom);
          // The lines of the scale never cross a name.
          if (size === 'narrow') expect(bandTop).toBeGreaterThan(labelY + (label.length - 1) * 20);
          if (interval) expect(interval.highX).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('draws the names in the order they come, and nothing without any', () => {
    const html = renderToStaticMarkup(<DotPlot rows={rows.toReversed()} label="Differences" ends={['self is lower', 'self is higher']} />);
    expect(html.indexOf('Featherstonehaugh-')).toBeLessThan(html.indexOf('Ada Lovell'));
    expect(html).toContain('aria-label="Differences. The table below says the same."');
    expect(renderToStaticMarkup(<DotPlot rows={[]} label="Differences" ends={['', '']} />)).toBe('');
  });
});

describe('the table beside it', () => {
  const textOf = (html: string) => html.replaceAll(/<\/t[hd]>/g, '|').replaceAll(/<[^>]+>/g, '');

  it('says every count, and the mean with its interval or that there are too few cases', () => {
    const text = textOf(renderToStaticMarkup(<DifferenceTable rows={rows} caption="Manager minus agreed" head="Assessor" tellsMeans />));
    expect(text).toContain('Assessor|−4|−3|−2|−1|0|+1|+2|+3|+4|Compared|Not compared|Mean and 95 % interval|');
    expect(text).toContain('Ada Lovell|0|0|0|1|9|4|0|0|0|14|1|+0.2 (−0.1 to +0.6)|');
    expect(text).toContain('Maximilian|0|0|0|0|0|0|3|0|0|3|1|Too few cases for a mean|');
  });

  it('tells no means where none are asked for', () => {
    expect(renderToStaticMarkup(<DifferenceTable rows={rows} caption="Self minus manager" head="Skill" />)).not.toContain('interval');
  });
});
