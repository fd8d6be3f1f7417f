import { answerSign } from '#app/domain/assessment/grid/answer-sign.ts';
import { formatBlock } from '#app/domain/assessment/grid/format-block.ts';
import type { GridStore } from './grid-store.ts';

/** The chosen block of cells as a spreadsheet takes it. */
export function copyArea(store: GridStore): string {
  const { top, left, bottom, right } = store.area;
  const rows: string[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) cells.push(answerSign(store.cell(store.at({ row, column })).answer));
    rows.push(cells);
  }
  return formatBlock(rows);
}
