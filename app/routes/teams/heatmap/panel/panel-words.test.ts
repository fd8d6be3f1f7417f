import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { panelActions } from './panel-actions.ts';
import { standingWords } from './panel-words.ts';

const levels = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name }));
const cell = (change: Partial<MatrixCell>): MatrixCell => ({
  skillId: 's', expectedLevel: 3, agreedLevel: 1, selfLevel: null, managerLevel: null, gap: -2, state: 'below', marks: [], agreedOn: '2026-01-01', ...change,
});

describe('where somebody stands in a skill', () => {
  it.each([
    [{}, 'Agreed 1 awareness, expected 3 practitioner: two levels short'],
    [{ agreedLevel: 0, gap: -1, expectedLevel: 1 }, 'Agreed 0 not yet, expected 1 awareness: one level short'],
    [{ agreedLevel: 3, gap: 0, state: 'meets' }, 'Agreed 3 practitioner, expected 3 practitioner: meets it'],
    [{ agreedLevel: 4, gap: 1, state: 'above' }, 'Agreed 4 expert, expected 3 practitioner: one level above'],
    [{ agreedLevel: null, gap: null, state: 'not-assessed' }, 'Nothing agreed, expected 3 practitioner'],
    [{ agreedLevel: null, gap: null, state: 'not-observed' }, 'Agreed to be not observed, expected 3 practitioner'],
    [{ expectedLevel: null, agreedLevel: 2, gap: null, state: 'not-expected' }, 'Agreed 2 working, not expected of this role level'],
    [{ expectedLevel: null, agreedLevel: null, gap: null, state: 'not-expected' }, 'Not expected of this role level'],
  ] as [Partial<MatrixCell>, string][])('is said of %j', (change, words) => {
    expect(standingWords(levels, cell(change))).toBe(words);
  });
});

describe('what can be done about a cell', () => {
  const detail = (change: Partial<CellDetail>, may: Partial<CellDetail['may']> = {}) =>
    ({
      person: { id: 'p', name: 'Ada', teamName: null, roleLevel: null },
      skill: { id: 's' },
      cell: cell({}),
      asOf: '2026-06-01',
      isToday: true,
      may: { assess: false, dispute: false, decide: false, writeEvidence: false, writeObjectives: false, ...may },
      ...change,
    }) as CellDetail;
  const here = '/teams/t/heatmap?metric=gap&open=p.s';
  const words = (one: CellDetail) => panelActions(one, here).map((action) => action.words);

  it('is what this viewer may do, and the review and the profile for everybody', () => {
    expect(words(detail({}))).toEqual(['Review', 'Profile']);
    expect(panelActions(detail({}, { assess: true, writeEvidence: true, writeObjectives: true }), here).map(({ to }) => to)).toEqual([
      '/people/p/assess?skill=s#skill-s', '/people/p/evidence/write?skill=s', `/people/p/objectives/write?skill=s&from=${encodeURIComponent(here)}`, '/people/p/review', '/people/p',
    ]);
  });

  it('is called by what there is already', () => {
    expect(words(detail({}, { assess: true, dispute: true }))).toEqual(expect.arrayContaining(['Assess again', 'I do not agree']));
    expect(words(detail({ cell: cell({ agreedLevel: null }) }, { assess: true }))).toContain('Assess');
    expect(words(detail({ cell: cell({ marks: ['disputed'] }) }, { dispute: true, decide: true }))).toEqual(expect.arrayContaining(['Look at your dispute', 'Decide about the dispute']));
  });

  it('is to read on, for a day that has passed', () => {
    expect(panelActions(detail({ isToday: false }, { assess: true }), here)).toEqual([{ words: 'Ada on that day', to: '/people/p?asOf=2026-06-01' }]);
  });
});
