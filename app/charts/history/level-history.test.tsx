import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { layoutLevelHistory } from './layout-level-history.ts';
import { LevelHistoryChart } from './level-history-chart.tsx';
import { LevelHistoryPicture } from './level-history-picture.tsx';
import { levelHistoryRows } from './level-history-rows.ts';
import { LevelHistoryTable } from './level-history-table.tsx';
import type { LevelHistory } from './level-history.ts';

const sample: LevelHistory = {
  until: '2026-06-01',
  highestLevel: 4,
  said: {
    self: [{ on: '2024-03-01', level: 2 }, { on: '2025-03-01', level: 3 }],
    manager: [{ on: '2024-03-10', level: 1 }, { on: '2025-03-10', level: null }, { on: '2026-03-10', level: 2 }],
    agreed: [{ on: '2024-03-20', level: 1 }, { on: '2026-03-20', level: 2 }],
  },
  expected: [{ from: '2024-01-01', until: '2025-09-01', expectedLevel: 2 }, { from: '2025-09-01', until: null, expectedLevel: 3 }],
};
const empty: LevelHistory = { ...sample, said: { self: [], manager: [], agreed: [] } };
/** One element a line, so that a change of the picture reads as a change of lines. */
const lines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

describe('the step lines of a skill', () => {
  it('are drawn as stored', async () => {
    const svg = renderToStaticMarkup(<LevelHistoryPicture layout={layoutLevelHistory(sample, { width: 760 })!} label="Testing" />);
    await expect(lines(svg)).toMatchFileSnapshot('./__snapshots__/level-history.svg');
  });

  it('hold a level until the next answer and up to the end, and break off where nothing was observed', () => {
    const layout = layoutLevelHistory(sample, { width: 760 })!;
    const lineOf = (source: string) => layout.lines.find((line) => line.source === source)!.d;
    expect(lineOf('agreed').match(/[MHV]/g)).toEqual(['M', 'H', 'V', 'H']);
    expect(lineOf('manager').match(/[MHV]/g)).toEqual(['M', 'H', 'M', 'H']);
    for (const { d } of layout.lines) expect(d.endsWith(`H${layout.right}`)).toBe(true);
    expect(layout.rows.map(({ label }) => label)).toEqual(['4', '3', '2', '1', '0', 'n/o']);
    expect(layout.ticks.map(({ label }) => label)).toEqual(['Jun 2026', '2026', '2025']);
  });

  it('stand beside each other where sources say the same', () => {
    const same = [{ on: '2025-03-01', level: 2 }];
    const { points } = layoutLevelHistory({ ...sample, said: { self: same, manager: same, agreed: same } }, { width: 288 })!;
    expect(new Set(points.map(({ y }) => y)).size).toBe(3);
    expect(new Set(points.map(({ x }) => x)).size).toBe(1);
  });

  it('are nothing where nothing was said', () => {
    expect(layoutLevelHistory(empty, { width: 760 })).toBeNull();
    expect(renderToStaticMarkup(<LevelHistoryChart history={empty} label="x" caption="x" />)).toBe('');
    expect(levelHistoryRows(empty)).toEqual([]);
  });

  it('stay inside the picture, in the order of time, whatever was said', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((at) => new Date(Date.UTC(2016, 0, 1 + at)).toISOString().slice(0, 10));
    const steps = fc.uniqueArray(fc.record({ on: day, level: fc.option(fc.integer({ min: 0, max: 4 })) }), { selector: ({ on }) => on, maxLength: 8 }).map((all) => all.sort((a, b) => (a.on < b.on ? -1 : 1)));
    fc.assert(
      fc.property(fc.record({ self: steps, manager: steps, agreed: steps }), fc.constantFrom(288, 760), (said, width) => {
        const layout = layoutLevelHistory({ ...sample, until: '2026-12-31', said }, { width });
        if (!layout) return;
        for (const { x, y } of layout.points) {
          expect(x).toBeGreaterThanOrEqual(layout.left);
          expect(x).toBeLessThanOrEqual(layout.right);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(layout.bottom);
        }
        const xs = layout.points.filter(({ source }) => source === 'agreed').map(({ x }) => x);
        expect(xs).toEqual([...xs].sort((a, b) => a - b));
        const shown = layout.ticks.map(({ x }) => x);
        for (let at = 1; at < shown.length; at += 1) expect(shown[at - 1]! - shown[at]!).toBeGreaterThanOrEqual(66);
      }),
    );
  });
});

describe('the table of the step lines', () => {
  it('holds every answer of the picture and every change of what was expected', () => {
    const rows = levelHistoryRows(sample);
    expect(rows.map(({ on }) => on)).toEqual(['2026-03-20', '2026-03-10', '2025-09-01', '2025-03-10', '2025-03-01', '2024-03-20', '2024-03-10', '2024-03-01']);
    const answers = rows.flatMap((row) => (['self', 'manager', 'agreed'] as const).filter((source) => row[source] !== undefined));
    expect(answers).toHaveLength(layoutLevelHistory(sample, { width: 760 })!.points.length);
    expect(rows.map(({ expectedLevel }) => expectedLevel)).toEqual([3, 3, 3, 2, 2, 2, 2, 2]);
    const html = renderToStaticMarkup(<LevelHistoryTable history={sample} caption="Testing" levelName={(level) => `${level} step`} />);
    expect(html).toContain('10 March 2025');
    expect(html).toContain('n/o');
  });
});
