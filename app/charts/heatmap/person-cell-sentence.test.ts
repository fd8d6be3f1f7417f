import { describe, expect, it } from 'vitest';
import { bareCell, levelCell, sampleScale, surplusCell } from './__fixtures__/sample-matrix.ts';
import { personCellSentence } from './person-cell-sentence.ts';
import { personCellState } from './person-cell-state.ts';
import { personCellText } from './person-cell-text.ts';

const cases = [
  [levelCell(3, 2, 'review'), '3/2', 'one above, to be reviewed', 'agreed practitioner, level 3 of expected 2, one above, to be reviewed'],
  [levelCell(2, 3, 'stale'), '2/3', 'one below, stale', 'agreed working, level 2 of expected 3, one below, stale'],
  [levelCell(1, 3), '1/3', 'two below', 'agreed awareness, level 1 of expected 3, two below'],
  [levelCell(0, 4), '0/4', 'four below', 'agreed not yet at the first level, level 0 of expected 4, four below'],
  [levelCell(3, 3), '3/3', 'meets', 'agreed practitioner, level 3 of expected 3, meets'],
  [levelCell(4, 1), '4/1', 'three above', 'agreed expert, level 4 of expected 1, three above'],
  [
    levelCell(3, 3, 'disputed'),
    '3/3',
    'meets, disputed',
    'agreed practitioner, level 3 of expected 3, meets, disputed',
  ],
  [
    levelCell(3, 3, 'level-undefined'),
    'n/d',
    'meets, a level the framework does not define',
    'agreed practitioner, level 3 of expected 3, meets, a level the framework does not define',
  ],
  [bareCell('not-assessed', 3), '-', 'not assessed', 'not assessed, expected practitioner, level 3'],
  [
    bareCell('not-assessed', 3, 'self-only'),
    '-',
    'not assessed, self-assessed only, self level 1',
    'not assessed, self-assessed only, self level 1, expected practitioner, level 3',
  ],
  [
    bareCell('not-assessed', 2, 'manager-only'),
    '-',
    'not assessed, assessed by the manager only, manager level 3',
    'not assessed, assessed by the manager only, manager level 3, expected working, level 2',
  ],
  [bareCell('not-observed', 2, 'exempt'), 'n/o', 'not observed, exempt for now', 'not observed, exempt for now, expected working, level 2'],
  [bareCell('not-observed', 2, 'stale'), 'n/o', 'not observed, stale', 'not observed, stale, expected working, level 2'],
  [bareCell('not-expected', null), '·', 'not expected', 'not expected'],
  [surplusCell(2), '2/·', 'not expected', 'agreed working, level 2, not expected'],
] as const;

describe('a cell of a person', () => {
  it.each(cases)('%# reads the same in the picture, in the table and aloud', (cell, text, state, sentence) => {
    expect(personCellText(cell)).toBe(text);
    expect(personCellState(cell)).toBe(state);
    expect(personCellSentence('Asha Rao', 'Continuity management', cell, sampleScale)).toBe(
      `Asha Rao, Continuity management: ${sentence}`,
    );
  });

  it('says the number alone of a level that the scale does not name', () => {
    expect(personCellSentence('A', 'B', levelCell(2, 2), [])).toBe('A, B: agreed level 2 of expected 2, meets');
  });

  it('says a mark without its levels where they are not known', () => {
    const unknown = { ...bareCell('not-assessed', 1, 'self-only', 'manager-only', 'disputed'), selfLevel: null, managerLevel: null };
    expect(personCellState(unknown)).toBe(
      'not assessed, self-assessed only, assessed by the manager only, disputed',
    );
  });
});
