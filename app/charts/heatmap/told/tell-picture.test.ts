import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import { sampleChange, samplePeople, sampleVoices } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { readTold } from './read-told.ts';
import { tellPicture } from './tell-picture.ts';
import type { ToldPicture } from './told-picture.ts';

const hostile = 'working", since 1 May 2026\\n<b>';
const scales: SkillScales = {
  versions: [
    { name: 'One', scale: [{ ordinal: 1, name: 'Awareness' }, { ordinal: 2, name: hostile }] },
    { name: 'Other', scale: [{ ordinal: 1, name: 'Step' }] },
  ],
  ofSkill: { 'column-1': 1, 's1': 1 },
};
const heldLevels = [1, 2, 4, 9];

/** What is told, as it travels. */
const travelled = (picture: Picture, metrics: readonly PictureMetric[]) => JSON.parse(JSON.stringify(tellPicture(picture, { metrics, scales }))) as ToldPicture;

/** Every cell of a picture that a browser reads otherwise than it is read where it is made. */
function differing(picture: Picture, metrics: readonly PictureMetric[], told = travelled(picture, metrics)): unknown[] {
  const cells = [...picture.rows.keys()].flatMap((row) => picture.columns.map((_, column) => row * picture.columns.length + column));
  return metrics.flatMap((metric) =>
    (metric === 'holders' ? heldLevels : [1]).flatMap((heldLevel) => {
      const read = readCells(picture, metric, { heldLevel, scales, say: 'meaning' });
      const { look, words } = readTold(told, metric, heldLevel);
      const both = cells.map((at) => ({ metric, at, found: { look: look(at), words: words(at) }, wanted: { look: read(at).look, words: read(at).words } }));
      return both.filter(({ found, wanted }) => !isDeepStrictEqual(found, wanted));
    }),
  );
}

const comparable = (picture: Picture) => picture.view !== 'expectation';

describe('a picture that is told to a browser', () => {
  it('says and shows of every cell and metric what the picture does, whatever it is of', () => {
    fc.assert(fc.property(anyPicture(), (picture) => void expect(differing(picture, metricsOf(picture.view, false))).toEqual([])), { numRuns: 150 });
  });

  it('does so of what changed between two days', () => {
    fc.assert(fc.property(anyPicture(['person', 'count']), (picture) => void expect(differing(picture, metricsOf(picture.view, true))).toEqual([])), { numRuns: 100 });
  });

  it('does so where there is no earlier day, of self against agreed, and of every state and mark', () => {
    fc.assert(fc.property(anyPicture().filter(comparable), (picture) => void expect(differing({ ...picture, before: null, earlier: null }, metricsOf(picture.view, true))).toEqual([])), { numRuns: 40 });
    fc.assert(fc.property(anyPicture(['person']), (picture) => void expect(differing({ ...picture, view: 'voices' }, ['voices'])).toEqual([])), { numRuns: 40 });
    const samples = [differing(samplePeople, metricsOf('people', false)), differing(sampleVoices, ['voices']), differing(sampleChange, metricsOf('people', true))];
    expect(samples).toEqual([[], [], []]);
  });

  it('would not, if one kind were told as another', () => {
    const told = travelled(samplePeople, ['gap']);
    const [kinds, places] = told.metrics.gap!.look;
    const other = { ...told, metrics: { gap: { ...told.metrics.gap!, look: [kinds, places.map((place) => (place === 0 ? 1 : place))] as [number, number[]] } } };
    expect(differing(samplePeople, ['gap'], other).length).toBeGreaterThan(0);
  });

  it('tells nothing of a metric that was not asked for, and reads it as the usual one', () => {
    const told = travelled(samplePeople, ['gap']);
    expect(Object.keys(told.metrics)).toEqual(['gap']);
    expect(readTold(told, 'age', 1).words(0)).toBe(readTold(told, 'gap', 1).words(0));
  });
});
