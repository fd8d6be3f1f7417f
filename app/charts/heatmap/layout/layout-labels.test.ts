import { describe, expect, it } from 'vitest';
import { textWidth } from '#app/charts/text/text-width.ts';
import { layoutLabels } from './layout-labels.ts';

const label = (name: string, note: string | null = null) => ({ name, note, isGroup: false });

describe('the labels of rows', () => {
  it('need a column as wide as the longest wrapped line', () => {
    const { width, labels } = layoutLabels([label('Asha Rao', 'Senior incident manager'), label('Bo')], 216);
    expect(labels[0]!.map((line) => line.kind)).toEqual(['name', 'note']);
    expect(width).toBe(Math.ceil(textWidth('Senior incident manager', 14)) + 12);
  });

  it('never get wider than asked, however long a name or a word is', () => {
    const name = 'Maximiliane-Konstanze Featherstonehaugh-Cholmondeley Donaudampfschifffahrtsgesellschaft';
    const { width, labels } = layoutLabels([label(name)], 108);
    expect(width).toBeLessThanOrEqual(108 + 12);
    expect(labels[0]!.map((line) => line.text).join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
  });
});
