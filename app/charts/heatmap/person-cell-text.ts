import type { MatrixCell } from '#app/domain/capability/cell.ts';

/**
 * The short text of a person's cell, which carries the meaning without colour: "2/3" agreed over expected, "-" not
 * assessed, "n/o" not observed, "n/d" a level the framework does not define, "·" not expected, "2/·" held though
 * not expected.
 */
export function personCellText(cell: MatrixCell): string {
  if (cell.state === 'not-assessed') return '-';
  if (cell.state === 'not-observed') return 'n/o';
  if (cell.marks.includes('level-undefined')) return 'n/d';
  if (cell.state === 'not-expected') return cell.agreedLevel === null ? '·' : `${cell.agreedLevel}/·`;
  return `${cell.agreedLevel ?? '-'}/${cell.expectedLevel ?? '·'}`;
}
