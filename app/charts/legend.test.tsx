import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sampleExpectation, samplePeople, sampleTeams, sampleVoices } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { gapFill, levelFill, shareFill, voiceFill } from './colour.ts';
import { Legend } from './legend.tsx';
import { tellLegend } from './tell-legend.ts';

const scales = { versions: [{ name: 'Coast', scale: [{ ordinal: 1, name: 'Awareness' }] }], ofSkill: {} };

const of = ({ cells: { kind }, disclosureControlled }: Picture) => ({ kind, disclosureControlled });

describe('the legend', () => {
  it('shows every fill, text and mark of the gaps of people and names the levels', () => {
    const html = renderToStaticMarkup(<Legend picture={of(samplePeople)} metric="gap" scales={scales} />);
    for (const gap of [-3, -2, -1, 0, 1, 2, 3]) expect(html).toContain(`fill="${gapFill(gap)}"`);
    for (const text of ['-', 'n/o', 'n/d', '·', '2/·', '×']) expect(html).toContain(`>${text}</text>`);
    expect(html.match(/class="heatmap-mark/g)).toHaveLength(6);
    expect(html).toContain('0 not yet at the first level, 1 awareness.');
  });

  it('shows every fill and text of counts, and what is hidden only where something may be', () => {
    const html = renderToStaticMarkup(<Legend picture={of(sampleTeams)} metric="met" scales={scales} />);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) expect(html).toContain(`fill="${shareFill(share)}"`);
    for (const text of ['8/8', '-', '·', '[c]']) expect(html).toContain(`>${text}</text>`);
    expect(html).not.toContain('awareness');
    expect(renderToStaticMarkup(<Legend picture={of({ ...sampleTeams, disclosureControlled: false })} metric="met" scales={scales} />)).not.toContain('[c]');
  });

  it('shows every fill of the other scales', () => {
    const voices = renderToStaticMarkup(<Legend picture={of(sampleVoices)} metric="voices" scales={scales} />);
    for (const apart of [-3, -2, -1, 0, 1, 2, 3]) expect(voices).toContain(`fill="${voiceFill(apart)}"`);
    const expected = renderToStaticMarkup(<Legend picture={of(sampleExpectation)} metric="expected" scales={scales} />);
    for (const level of [1, 2, 3, 4]) expect(expected).toContain(`fill="${levelFill(level)}"`);
  });

  it('holds what the pictures’ own code says of every sample of every metric', async () => {
    const { samples, looks, styles } = tellLegend();
    const lines = (list: readonly unknown[]) => `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
    const ofKinds = Object.entries(samples).map(([kind, metrics]) => `"${kind}": {\n${Object.entries(metrics).map(([metric, told]) => `"${metric}": ${JSON.stringify(told)}`).join(',\n')}\n}`);
    await expect(`{\n"styles": ${lines(styles)},\n"looks": ${JSON.stringify(looks)},\n"samples": {\n${ofKinds.join(',\n')}\n}\n}\n`).toMatchFileSnapshot('./legend-told.json');
  });
});
