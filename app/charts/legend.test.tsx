import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { gapFill, shareFill } from './colour.ts';
import { Legend } from './legend.tsx';

describe('the legend', () => {
  it('shows every fill, text and mark of the people heatmap and names the levels', () => {
    const html = renderToStaticMarkup(<Legend of="people" scales={{ versions: [{ name: 'Coast', scale: [{ ordinal: 1, name: 'Awareness' }] }], ofSkill: {} }} />);
    for (const gap of [-3, -2, -1, 0, 1, 2, 3]) expect(html).toContain(`fill="${gapFill(gap)}"`);
    for (const text of ['-', 'n/o', 'n/d', '·', '2/·']) expect(html).toContain(`>${text}</text>`);
    expect(html.match(/class="heatmap-mark/g)).toHaveLength(5);
    expect(html).toContain('0 not yet at the first level, 1 awareness.');
  });

  it('shows every fill and text of the service heatmap', () => {
    const html = renderToStaticMarkup(<Legend of="service" />);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) expect(html).toContain(`fill="${shareFill(share)}"`);
    for (const text of ['8/8', '-', '·', '[c]']) expect(html).toContain(`>${text}</text>`);
  });
});
