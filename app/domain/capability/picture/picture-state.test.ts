import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePictureState } from './parse-picture-state.ts';
import { cellMarks, cellStates, pictureMetrics, pictureViews } from './picture.ts';
import { rowOrders, type PictureState } from './picture-state.ts';
import { writePictureState } from './write-picture-state.ts';

const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const ids = fc.uniqueArray(id, { maxLength: 4 });
const anyState: fc.Arbitrary<PictureState> = fc.record({
  view: orNull(fc.constantFrom(...pictureViews)),
  metric: orNull(fc.constantFrom(...pictureMetrics)),
  asOf: orNull(fc.constant('2026-06-01')),
  before: orNull(fc.constant('2025-06-01')),
  compare: fc.constantFrom('side' as const, 'change' as const),
  heldLevel: orNull(fc.integer({ min: 1, max: 9 })),
  order: orNull(fc.constantFrom(...rowOrders)),
  orderSkillId: orNull(id),
  groupColumns: fc.boolean(),
  multiples: fc.boolean(),
  filters: fc.record({
    teams: ids,
    roles: ids,
    roleLevels: ids,
    skills: ids,
    states: fc.subarray([...cellStates]),
    marks: fc.subarray([...cellMarks]),
  }),
  open: orNull(fc.record({ rowId: orNull(id), columnId: id })),
  from: fc.nat({ max: 9_999_999 }),
});

describe('the address of a picture', () => {
  it('says everything that its state says', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parsePictureState(writePictureState(state))).toEqual(state);
      }),
    );
  });

  it('is empty for a picture of which nothing was chosen', () => {
    expect(writePictureState(parsePictureState(new URLSearchParams())).toString()).toBe('');
  });

  it('shows something whatever it says', () => {
    const state = parsePictureState(new URLSearchParams('view=nonsense&metric=%00&held=99&from=-1&open=a.b.c&state=below&state=below&state=x&order=up&team='));
    expect(state).toMatchObject({ view: null, metric: null, heldLevel: null, from: 0, open: null, order: null });
    expect(state.filters).toMatchObject({ states: ['below'], teams: [] });
  });

  it('takes nothing that is longer than an id, which every link of the page would repeat', () => {
    const long = 'a'.repeat(65);
    const names = ['asOf', 'before', 'by', 'team', 'role', 'roleLevel', 'skill', 'open'];
    const state = parsePictureState(new URLSearchParams([...names, ...names].map((name) => [name, name === 'open' ? `b.${long}` : long])));
    expect(writePictureState(state).toString()).toBe('');
    expect(parsePictureState(new URLSearchParams({ by: long.slice(1), open: long.slice(1) }))).toMatchObject({ orderSkillId: long.slice(1), open: { columnId: long.slice(1) } });
  });
});
