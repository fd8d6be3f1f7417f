import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeatmapBand } from './layout-bands.ts';
import { layoutPages } from './layout-pages.ts';

function bands(kinds: readonly { isGroup: boolean; height: number }[]): HeatmapBand[] {
  let y = 0;
  return kinds.map(({ isGroup, height }, index) => {
    const band = { id: `${index}`, name: '', rowIndex: isGroup ? null : index, y, height, wideLines: [], narrowLines: [] };
    y += height;
    return band;
  });
}

const rows = (count: number) => bands(Array.from({ length: count }, () => ({ isGroup: false, height: 38 })));

describe('sheets of paper', () => {
  it('take a small picture whole and do not enlarge it', () => {
    expect(layoutPages(rows(5), { headHeight: 150, width: 400 })).toEqual([{ from: 0, to: 5, y: 0, height: 190, width: 1040 }]);
  });

  it('are none for no rows', () => {
    expect(layoutPages([], { headHeight: 150, width: 400 })).toEqual([]);
  });

  it('leave room for the title on the first', () => {
    const [first, second] = layoutPages(rows(60), { headHeight: 160, width: 1200 });
    expect(first!.to).toBe(13);
    expect(second!.to - second!.from).toBe(16);
  });

  it('never part a heading from its first row', () => {
    const list = bands(Array.from({ length: 60 }, (_, index) => ({ isGroup: index % 12 === 0, height: 40 })));
    for (const page of layoutPages(list, { headHeight: 160, width: 1200 })) expect(list[page.to - 1]!.rowIndex).not.toBeNull();
  });

  it('hold every band exactly once, in order', () => {
    const kind = fc.record({ isGroup: fc.boolean(), height: fc.integer({ min: 20, max: 900 }) });
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 60 }), fc.integer({ min: 100, max: 3000 }), (kinds, width) => {
        const pages = layoutPages(bands(kinds), { headHeight: 160, width });
        expect(pages.flatMap((page) => kinds.map((_, i) => i).slice(page.from, page.to))).toEqual(kinds.map((_, i) => i));
      }),
    );
  });
});
