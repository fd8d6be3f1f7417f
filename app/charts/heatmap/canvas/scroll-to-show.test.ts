import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollToShow } from './scroll-to-show.ts';

const covered = { left: 200, top: 100 };

describe('bringing a cell into sight', () => {
  it('leaves the frame where the cell is in sight already', () => {
    expect(scrollToShow({ x: 60, y: 60, width: 36, height: 38 }, { left: 50, top: 50, width: 800, height: 600 }, covered)).toEqual({ left: 50, top: 50 });
  });

  it('scrolls no further than needed, and never leaves the cell behind heads or labels', () => {
    const length = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(length, length, length, length, (x, y, left, top) => {
        const [box, view] = [{ x, y, width: 36, height: 38 }, { left, top, width: 800, height: 600 }];
        const to = scrollToShow(box, view, covered);
        expect(box.x >= to.left && box.x + 36 <= to.left + 600).toBe(true);
        expect(box.y >= to.top && box.y + 38 <= to.top + 500).toBe(true);
        if (to.left !== left) expect([box.x, box.x + 36 - 600]).toContain(to.left);
        if (to.top !== top) expect([box.y, box.y + 38 - 500]).toContain(to.top);
      }),
    );
  });

  it('shows the beginning of a cell that is larger than the room', () => {
    expect(scrollToShow({ x: 500, y: 0, width: 300, height: 38 }, { left: 0, top: 0, width: 320, height: 400 }, covered).left).toBe(500);
  });
});
