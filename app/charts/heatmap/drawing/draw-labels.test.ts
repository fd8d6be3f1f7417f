import { describe, expect, it } from 'vitest';
import { samplePeople } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { drawLabels } from './draw-labels.ts';

const row = (id: string, group: number) => ({ id, name: `Person ${id}`, note: null, group });
const groups = ['lights', 'boats'].map((id) => ({ id, name: `The team of ${id} and of everybody beside them` }));
const picture = { ...samplePeople, rows: [row('1', 0), row('2', 0), row('3', 1)], groups };
const { bands, narrowLabelWidth, wideLabelWidth } = layoutHeatmap(picture, { metric: 'gap', heldLevel: 1 }).frame;

/** From where to where the line that ends the labels stands, in pixels from the top. */
const lines = (svg: string, at: number) => [...svg.matchAll(/ d="M([\d.]+) ([\d.]+)v([\d.]+)"/g)].map(([, x, y, height]) => ({ isAtEnd: Number(x) === at, from: Number(y), to: Number(y) + Number(height) }));

describe('the labels of rows', () => {
  it('end, where they are narrow, in a line beside the rows alone, which headings are not crossed by', () => {
    const drawn = lines(drawLabels(bands, { size: 'narrow', width: narrowLabelWidth }), narrowLabelWidth + 0.5);
    expect(bands.map(({ rowIndex }) => rowIndex)).toEqual([null, 0, 1, null, 2]);
    expect(drawn).toEqual(bands.flatMap(({ rowIndex, y, height }) => (rowIndex === null ? [] : [{ isAtEnd: true, from: y, to: y + height }])));
  });

  it('are drawn without it where they are wide: headings stay within their column there', () => {
    const svg = drawLabels(bands, { size: 'wide', width: wideLabelWidth });
    expect(lines(svg, wideLabelWidth)).toEqual([]);
    expect(svg.match(/class="heatmap-rule"/g), 'over the second heading').toHaveLength(1);
  });
});
