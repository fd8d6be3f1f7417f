import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

const skills = [
  { id: 'agile', name: 'Agile working' },
  { id: 'agile-content', name: 'Agile working (content design)' },
  { id: 'problem', name: 'Problem management' },
  { id: 'focus', name: 'User focus (IT)' },
  { id: 'focus-design', name: 'User focus (design)' },
];

describe('what the columns of a spreadsheet are', () => {
  it('is told by their headers, whatever their case and brackets', () => {
    expect(guessColumns(['NAME*', 'Email', 'Team', 'Favourite colour', 'Role level', 'Start date (dd/mm/yyyy)'], 'people', [])).toEqual([
      { field: 'name' },
      { field: 'email' },
      { field: 'team' },
      'ignored',
      { field: 'role-level' },
      { field: 'starts-on' },
    ]);
  });

  it('takes a skill by its whole name before one whose name only begins so', () => {
    const columns = ['Person', 'Agile working', 'problem MANAGEMENT'];
    for (const order of [skills, skills.toReversed()]) {
      expect(guessColumns(columns, 'wide', order)).toEqual([{ field: 'person' }, { skillId: 'agile' }, { skillId: 'problem' }]);
    }
    expect(guessColumns(['Agile working (content design)', 'Agile working'], 'wide', skills)).toEqual([{ skillId: 'agile-content' }, { skillId: 'agile' }]);
  });

  it('leaves a column alone that could be either of two skills, and a second one of the same skill', () => {
    expect(guessColumns(['User focus', 'Problem management', 'Problem management (again)'], 'wide', skills)).toEqual(['ignored', { skillId: 'problem' }, 'ignored']);
  });
});
