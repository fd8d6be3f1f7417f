import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from './write-workbook.server.ts';

describe('a workbook', () => {
  it.each(['xlsx', 'ods'] as const)('cuts a text that no cell holds, and is written (%s)', (format) => {
    // One character of two halves stands where the text is cut.
    const long = `${'x'.repeat(32_765)}\u{1F30A}${'y'.repeat(9)}`;
    const rows = [[long, 'x'.repeat(32_767), 5]];
    const { Sheets } = read(writeWorkbook([{ name: 'Long', rows, widths: [9] }], format));
    const [cut, whole, number] = ['A1', 'B1', 'C1'].map((at) => Sheets.Long![at].v as string | number);
    expect(cut).toBe(`${'x'.repeat(32_765)}…`);
    expect([whole, number]).toEqual(['x'.repeat(32_767), 5]);
  });
});
