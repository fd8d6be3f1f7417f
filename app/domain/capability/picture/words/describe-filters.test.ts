import { describe, expect, it } from 'vitest';
import { describeFilters } from './describe-filters.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';

describe('the filters of a picture', () => {
  const state = { ...parsePictureState(new URLSearchParams('view=teams&team=t1&team=t2&state=below&mark=stale&skill=gone&from=50')), view: 'teams' as const };
  const names = { teams: [{ id: 't1', name: 'Networks' }, { id: 't2', name: 'Cloud' }], roles: [], roleLevels: [], skills: [] };

  it('are said one by one, each with the address of the picture without it', () => {
    const found = describeFilters(state, names);
    expect(found.map(({ words }) => words)).toEqual([
      'Team: Networks', 'Team: Cloud', 'Skill: one that is not here', 'State: below what is expected', 'Mark: stale (not used in this view)',
    ]);
    expect(writePictureState(found[0]!.without).toString()).toBe('view=teams&team=t2&skill=gone&state=below&mark=stale');
  });
});
