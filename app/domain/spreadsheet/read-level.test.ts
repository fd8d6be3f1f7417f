import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLevel } from './read-level.ts';
import { readSource } from './read-source.ts';

const scale = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name }));
const steps = '0, 1 Awareness, 2 Working, 3 Practitioner, 4 Expert, or n/o for not observed';

describe('a level in a cell', () => {
  it('is a number, a word of the scale, or both', () => {
    for (const text of ['3', '3.0', '3,0', ' 3 ', '３', 'Practitioner', 'PRACTITIONER', '3 - Practitioner', '3: practitioner', '3 Practitioner', '3. Practitioner', 'Practitioner (3)', 'Practitioner - 3', 'Level 3', 'L3', '03']) {
      expect(readLevel(text, scale), text).toEqual({ ok: true, answer: { level: 3 } });
    }
    expect(readLevel('0', scale)).toEqual({ ok: true, answer: { level: 0 } });
  });

  it('is not observed, or nothing at all', () => {
    for (const text of ['n/o', 'N/O', 'Not observed', 'not  observed']) expect(readLevel(text, scale), text).toEqual({ ok: true, answer: { level: null } });
    for (const text of ['', ' ', '-', '–', '—', 'n/a', '\u200b']) expect(readLevel(text, scale), text).toEqual({ ok: true, answer: null });
  });

  it('between two steps, beyond the last or in other words is refused with the scale named', () => {
    for (const text of ['2.5', '5', '-1', 'high', '1/2', '3-4', '?', '3 - Excellent', '1e0', 'x'.repeat(5_000)]) {
      expect(readLevel(text, scale), text.slice(0, 20)).toMatchObject({ ok: false, message: expect.stringContaining(`Use one of ${steps}.`) });
    }
  });

  it('that says two levels is refused', () => {
    expect(readLevel('3 - Expert', scale)).toEqual({ ok: false, message: '“3 - Expert” says two levels: Expert is 4. Put right one of the two.' });
    expect(readLevel('Expert (3)', scale).ok).toBe(false);
  });

  it('is the step of its own scale, whose names may hold numbers', () => {
    const own = [{ ordinal: 1, name: 'Tier 2' }, { ordinal: 2, name: 'Tier 1' }];
    expect(readLevel('Tier 2', own)).toEqual({ ok: true, answer: { level: 1 } });
    expect(readLevel('3', own).ok).toBe(false);
  });

  it('never throws and never leaves the scale', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123459 .,()/-eLlvworkingEXPERT') })), (text) => {
        const reading = readLevel(text, scale);
        expect([0, 1, 2, 3, 4, null]).toContain(reading.ok && reading.answer !== null ? reading.answer.level : null);
      }),
    );
  });
});

describe('a source in a cell', () => {
  it('is one of the three, in the words that people use', () => {
    for (const text of ['self', 'Self-assessment', 'Own level', 'SELF ASSESSED']) expect(readSource(text), text).toBe('self');
    for (const text of ['manager', 'Line manager', 'Manager rating']) expect(readSource(text), text).toBe('manager');
    for (const text of ['agreed', 'Agreed level', 'Final score']) expect(readSource(text), text).toBe('agreed');
    for (const text of ['', 'level', 'boss', 'self and manager']) expect(readSource(text), text).toBeNull();
  });
});
