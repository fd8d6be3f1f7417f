import { describe, expect, it } from 'vitest';
import { paper, shareFill } from '#app/charts/colour.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import { counts, sampleService, skills, teamRow } from './__fixtures__/sample-matrix.ts';
import { layoutServiceHeatmap } from './layout-service-heatmap.ts';

const layout = layoutServiceHeatmap(sampleService);
const row = (index: number) => layout.rows[index]!.cells.map(({ text, fill, border }) => ({ text, fill, border }));

describe('the layout of teams and skills', () => {
  it('fills by the share of the assessed who meet, and outlines where fewer than half do', () => {
    expect(row(0)).toEqual([
      { text: '1/8', fill: shareFill(0.125), border: 'short' },
      { text: '3/8', fill: shareFill(0.375), border: 'short' },
      { text: '5/8', fill: shareFill(0.625), border: 'none' },
      { text: '6/7', fill: shareFill(0.857), border: 'none' },
      { text: '8/8', fill: shareFill(1), border: 'none' },
    ]);
  });

  it('dashes where a third or more are not assessed, and hides what is suppressed', () => {
    expect(row(1)).toEqual([
      { text: '-', fill: paper, border: 'dashed' },
      { text: '1/4', fill: shareFill(0.25), border: 'short-dashed' },
      { text: '4/4', fill: shareFill(1), border: 'dashed' },
      { text: '·', fill: null, border: 'none' },
      { text: '[c]', fill: paper, border: 'none' },
    ]);
  });

  it('says how many people a team has below its name, which wraps', () => {
    expect(layout.frame.bands.map((band) => band.wideLines.map((line) => line.text))).toEqual([
      ['Service desk', '8 people'],
      ['Service transition and', 'everything that belongs to it', '1 person'],
    ]);
  });

  it('makes every cell wide enough for the longest text', () => {
    const cells = Array.from({ length: 40 }, () => counts(1500, 1200, 1100));
    const crowded = layoutServiceHeatmap({
      skills: skills(...cells.map((_, index) => `Skill ${index}`)),
      teams: [teamRow('t', 'Everyone', 1500, cells)],
    });
    expect(crowded.frame.columns[0]!.width).toBeGreaterThanOrEqual(textWidth('1100/1200', 15));
  });
});
