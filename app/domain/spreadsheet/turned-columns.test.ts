import { describe, expect, it } from 'vitest';
import type { ColumnUse } from './import-words.ts';
import { turnedColumns } from './turned-columns.ts';

const columns: ColumnUse[] = [{ field: 'name' }, 'ignored', { field: 'team' }];
const header = ['Name', 'Remark', 'Team'];
const turned = (...rows: string[][]) => turnedColumns([header, ...rows], { headerRow: 0, columns });

describe('turnedColumns', () => {
  it('finds every row of a used column, and warns of them at once', () => {
    const rows = Array.from({ length: 8 }, (_, at) => [`Ada ${at}`, '', `\u202aLights ${at}\u202c`]);
    const [only, ...others] = turned(['Ben', '', 'Lights'], ...rows);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ place: 2, column: 'C', rows: new Set([3, 4, 5, 6, 7, 8, 9, 10]), warning: { row: 3, key: 'turned/C/3/7' } });
    expect(only?.warning.message).toContain(' Rows 4, 5, 6, 7, 8 and 2 more have them too.');
  });

  it('names no other row where there is none, and one in the singular', () => {
    expect(turned(['\u2066Ada', '', ''])[0]?.warning.message).toBe('Column A holds characters that cannot be seen and turn the direction of writing. They are left out, and what is brought in may read otherwise than the sheet shows it.');
    expect(turned(['\u2066Ada', '', ''], ['Ben\u2069', '', ''])[0]?.warning.message).toContain('. Row 3 has them too. They');
  });

  it.each([
    ['a column that is ignored', ['Ada', '\u202eretaw', 'Lights']],
    ['the marks that right-to-left writing needs', ['\u05e2\u05d3\u05d4\u200f', '', 'Lights\u200e']],
    ['other characters that cannot be seen', ['Ada\u200b', '', 'Lights\ufeff']],
  ])('passes over %s', (_, row) => {
    expect(turned(row)).toEqual([]);
  });

  it('passes over the header and what stands above it', () => {
    expect(turnedColumns([['\u202eeltit'], ['\u202eemaN', '', 'Team'], ['Ada', '', 'Lights']], { headerRow: 1, columns })).toEqual([]);
  });
});
