import { describe, expect, it } from 'vitest';
import { textWidth } from '#app/charts/text/text-width.ts';
import { sampleGrouped } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { layoutColumnGroups } from './layout-column-groups.ts';
import { boldWidth, headSize } from './sizes.ts';

const of = (...groups: (number | null)[]) => groups.map((group) => ({ group }));

describe('the names of groups of columns', () => {
  it('take no room where there are none', () => {
    expect(layoutColumnGroups(of(null, null), [], 40)).toEqual([]);
  });

  it('stand over the columns of their group, on the line that is as long as these', () => {
    const [shared, other] = layoutColumnGroups(of(0, 0, 0, 0, 1, 1), ['Shared by most roles', 'Of fewer roles'], 60);
    expect([shared!.x, shared!.width, other!.x, other!.width]).toEqual([1, 238, 241, 118]);
    expect([shared!.lines.map(({ text }) => text), other!.lines.map(({ text }) => text)]).toEqual([['Shared by most roles'], ['Of fewer roles']]);
    expect([shared!.y, other!.y]).toEqual([22, 22]);
  });

  it.each([[1, 20], [20, 1], [1, 1], [2, 1]])('do not touch each other over %i and %i narrow columns', (first, second) => {
    const [one, next] = layoutColumnGroups(of(...Array<number>(first).fill(0), ...Array<number>(second).fill(1)), ['Shared by most roles', 'Of fewer roles'], 36);
    const widest = Math.max(...one!.lines.map(({ text }) => textWidth(text, headSize * boldWidth)));
    expect(next!.lines[0]!.x).toBeGreaterThan(one!.lines[0]!.x + widest);
    for (const { lines, y } of [one!, next!]) for (const line of lines) expect(line.y).toBeLessThan(y);
  });

  it('push the names of the columns down by what they take', () => {
    const { frame } = layoutHeatmap(sampleGrouped, { metric: 'gap', heldLevel: 1 });
    const { frame: plain } = layoutHeatmap({ ...sampleGrouped, columnGroups: [] }, { metric: 'gap', heldLevel: 1 });
    const taken = frame.columnGroups![0]!.y;
    expect(frame.headHeight).toBe(plain.headHeight + taken);
    expect(frame.columns[0]!.lines[0]!.y).toBe(plain.columns[0]!.lines[0]!.y + taken);
  });
});
