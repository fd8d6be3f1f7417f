import { describe, expect, it } from 'vitest';
import { sampleScales } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { samplePeople, samplePictures } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { standaloneSvg } from './standalone-svg.ts';
import { svgFault } from './svg-fault.ts';

const hostile = `"><script>x</script>]]><![CDATA[ \u2028\ud800\u202e&#x3c;a href='javascript:x'`;
const options = { heldLevel: 3, scales: sampleScales, title: 'A title', lines: ['A line.'] };
const all = samplePictures.flatMap(([name, picture, metrics]) => metrics.flatMap((metric) => [true, false].map((hatches) => ({ name, picture, metric, hatches }))));
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}</svg>`;

describe('what a drawing in a file may hold', () => {
  it.each(all)('passes the drawing of $name by $metric, hatches $hatches', ({ picture, metric, hatches }) => {
    expect(svgFault(standaloneSvg(picture, { ...options, metric, hatches }))).toBeNull();
  });

  it('passes a drawing whose every text is hostile, which then holds no element more', () => {
    const rows = samplePeople.rows.map((row) => ({ ...row, name: hostile, note: hostile }));
    const groups = samplePeople.groups.map((group) => ({ ...group, name: hostile }));
    const columns = samplePeople.columns.map((column) => ({ ...column, name: hostile }));
    const scales = { versions: [{ name: hostile, scale: [{ ordinal: 1, name: hostile }] }], ofSkill: {} };
    const drawn = standaloneSvg({ ...samplePeople, rows, groups, columns }, { metric: 'gap', heldLevel: 3, scales, title: hostile, lines: [hostile] });
    expect(svgFault(drawn)).toBeNull();
    expect(new Set(drawn.match(/<[a-z]+/g))).toEqual(new Set(['<svg', '<title', '<desc', '<rect', '<g', '<text', '<path']));
  });

  it.each([
    svg('<script>x</script>'), svg('<foreignObject></foreignObject>'), svg('<a href="#b"></a>'), svg('<image href="data:x"/>'), svg('<style>*{}</style>'), svg('<animate/>'),
    svg('<g onclick="x"></g>'), svg('<g style="fill:red"></g>'), svg('<path d="M0 0" onload="x"/>'), svg('<use href="https://example.org/#a"/>'), svg('<use href="#gone"/>'),
    svg('<use xlink:href="#a"/>'), svg('<g fill="url(https://example.org/a)"></g>'), svg('<g fill="url(#gone)"></g>'), svg('<g fill="URL(x)"></g>'), svg('<!-- a -->'), svg('<![CDATA[a]]>'), svg('<?a b?>'),
    svg('&nbsp;'), svg('&#x3c;'), svg('<g fill="&a;"></g>'), svg("<g fill='a'></g>"), svg('<g><text></g></text>'), svg('<g id="a"></g><g id="a"></g>'), svg('<G></G>'), svg('<constructor></constructor>'),
    svg('<g fill="a" fill="b"></g>'), `${svg('')}x`, `<!DOCTYPE svg>${svg('')}`, `x${svg('')}`, '<svg><g></g>', '', '<svg xmlns="http://example.org"></svg>', '<g></g>',
  ])('refuses %s', (drawing) => {
    expect(svgFault(drawing)).not.toBeNull();
  });

  it('passes parts that refer to each other', () => {
    expect(svgFault(svg('<defs><pattern id="p" width="1" height="1"></pattern></defs><g id="a" fill="url(#p)"></g><use href="#a" x="1"/>'))).toBeNull();
  });
});
