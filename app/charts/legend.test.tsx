import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sampleExpectation, samplePeople, sampleTeams, sampleVoices } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { gapFill, levelFill, shareFill, voiceFill } from './colour.ts';
import { Legend } from './legend.tsx';

const scales = { versions: [{ name: 'Coast', scale: [{ ordinal: 1, name: 'Awareness' }] }], ofSkill: {} };

describe('the legend', () => {
  it('shows every fill, text and mark of the gaps of people and names the levels', () => {
    const html = renderToStaticMarkup(<Legend picture={samplePeople} metric="gap" scales={scales} />);
    for (const gap of [-3, -2, -1, 0, 1, 2, 3]) expect(html).toContain(`fill="${gapFill(gap)}"`);
    for (const text of ['-', 'n/o', 'n/d', '·', '2/·', '×']) expect(html).toContain(`>${text}</text>`);
    expect(html.match(/class="heatmap-mark/g)).toHaveLength(6);
    expect(html).toContain('0 not yet at the first level, 1 awareness.');
  });

  it('shows every fill and text of counts, and what is hidden only where something may be', () => {
    const html = renderToStaticMarkup(<Legend picture={sampleTeams} metric="met" scales={scales} />);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) expect(html).toContain(`fill="${shareFill(share)}"`);
    for (const text of ['8/8', '-', '·', '[c]']) expect(html).toContain(`>${text}</text>`);
    expect(html).not.toContain('awareness');
    expect(renderToStaticMarkup(<Legend picture={{ ...sampleTeams, disclosureControlled: false }} metric="met" scales={scales} />)).not.toContain('[c]');
  });

  it('shows every fill of the other scales', () => {
    const voices = renderToStaticMarkup(<Legend picture={sampleVoices} metric="voices" scales={scales} />);
    for (const apart of [-3, -2, -1, 0, 1, 2, 3]) expect(voices).toContain(`fill="${voiceFill(apart)}"`);
    const expected = renderToStaticMarkup(<Legend picture={sampleExpectation} metric="expected" scales={scales} />);
    for (const level of [1, 2, 3, 4]) expect(expected).toContain(`fill="${levelFill(level)}"`);
  });
});
