import { describe, expect, it } from 'vitest';
import { rowThatStarts } from './row-that-starts.ts';

const names = ['Asha Rao', 'Zoë Ash', 'Ben Ödegaard', 'Élise Roy', 'asher Stone'];

describe('jumping to a row', () => {
  it('goes to the next name that starts so, whatever its case and accents, and round at the end', () => {
    expect(rowThatStarts(names, 'as', 0)).toBe(4);
    expect(rowThatStarts(names, 'as', 4)).toBe(0);
    expect(rowThatStarts(names, 'E', 0)).toBe(3);
    expect(rowThatStarts(names, ' zoe', -1)).toBe(1);
  });

  it('stays on the only row that starts so', () => {
    expect(rowThatStarts(names, 'ben', 2)).toBe(2);
    expect(rowThatStarts(names, 'asha', -2)).toBe(0);
  });

  it('finds a surname where no name starts so', () => {
    expect(rowThatStarts(names, 'ode', 0)).toBe(2);
    expect(rowThatStarts(names, 'stone', 0)).toBe(4);
  });

  it('finds nothing for nothing, and for what nobody is called', () => {
    expect(rowThatStarts(names, ' ', 0)).toBeNull();
    expect(rowThatStarts(names, 'q', 0)).toBeNull();
    expect(rowThatStarts([], 'a', -1)).toBeNull();
  });
});
