import { describe, expect, it } from 'vitest';
import { layoutFrame } from '#app/charts/heatmap/layout/layout-frame.ts';
import { drawLabels } from './draw-labels.ts';

const row = (id: string, team: string) => ({ id, name: `Person ${id}`, note: null, group: { id: team, name: `The team of ${team} and of everybody beside them` } });
const { bands, narrowLabelWidth, wideLabelWidth } = layoutFrame([{ id: 'lamps', name: 'Lamp keeping' }], [row('1', 'lights'), row('2', 'lights'), row('3', 'boats')], { narrowestCell: 40, cornerNote: 'Agreed / expected level' });

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
