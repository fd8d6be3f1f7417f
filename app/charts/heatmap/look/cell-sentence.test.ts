import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import { bareCell, levelCell, sampleScale, surplusCell } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { samplePeople } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { cellLook } from './cell-look.ts';
import { cellSentence } from './cell-sentence.ts';
import { cellWords } from './cell-words.ts';

const since = ', since 1 May 2026';
const cases = [
  [levelCell(3, 2, 'review'), '3/2', 'one above, to be reviewed', `agreed practitioner, level 3 of expected 2, one above, to be reviewed${since}`],
  [levelCell(2, 3, 'stale'), '2/3', 'one below, stale', `agreed working, level 2 of expected 3, one below, stale${since}`],
  [levelCell(1, 3), '1/3', 'two below', `agreed awareness, level 1 of expected 3, two below${since}`],
  [levelCell(0, 4), '0/4', 'four below', `agreed not yet at the first level, level 0 of expected 4, four below${since}`],
  [levelCell(3, 3), '3/3', 'meets', `agreed practitioner, level 3 of expected 3, meets${since}`],
  [levelCell(4, 1), '4/1', 'three above', `agreed expert, level 4 of expected 1, three above${since}`],
  [levelCell(3, 3, 'disputed'), '3/3', 'meets, disputed', `agreed practitioner, level 3 of expected 3, meets, disputed${since}`],
  [
    levelCell(3, 3, 'level-undefined'),
    'n/d',
    'meets, a level the framework does not define',
    `agreed practitioner, level 3 of expected 3, meets, a level the framework does not define${since}`,
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
  [bareCell('not-expected', null), '·', 'not expected', 'not expected'],
  [surplusCell(2), '2/·', 'not expected', 'agreed working, level 2, not expected'],
] as const;

const pictureOf = (cell: MatrixCell) => ({ ...samplePeople, columns: [{ id: 's', name: 'Continuity management', group: null }], cells: packCells([cell]) });
const options = (scale = sampleScale) => ({ heldLevel: 1, scales: { versions: [{ name: 'Sample', scale }], ofSkill: {} } });

describe('a cell of a person', () => {
  it.each(cases)('%# reads the same in the picture, in the table and aloud', (cell, text, words, sentence) => {
    const picture = pictureOf(cell);
    expect(cellLook(picture, 'gap', 0, options()).text).toBe(text);
    expect(cellWords(picture, 'gap', 0, options())).toBe(words);
    expect(cellSentence(picture, 'gap', 0, 0, options())).toBe(`Asha Rao, Continuity management: ${sentence}`);
  });

  it('says the number alone of a level that the scale does not name', () => {
    expect(cellSentence(pictureOf(levelCell(2, 2)), 'gap', 0, 0, options([]))).toBe(`Asha Rao, Continuity management: agreed level 2 of expected 2, meets${since}`);
  });

  it('says a mark without its levels where they are not known', () => {
    const unknown = { ...bareCell('not-assessed', 1, 'self-only', 'manager-only', 'disputed'), selfLevel: null, managerLevel: null };
    expect(cellWords(pictureOf(unknown), 'gap', 0, options())).toBe('not assessed, self-assessed only, assessed by the manager only, disputed');
  });

  it('says first what a metric shows beyond the state', () => {
    const picture = pictureOf(levelCell(2, 3, 'stale'));
    expect(cellWords(picture, 'voices', 0, options())).toBe('self level 1, agreed level 2, one below, stale');
    expect(cellWords(picture, 'age', 0, options())).toBe('one below, stale, since 1 May 2026');
    expect(cellSentence(picture, 'age', 0, 0, options()).split('since')).toHaveLength(2);
  });
});
