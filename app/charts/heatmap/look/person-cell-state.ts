import type { CellMark, MatrixCell } from '#app/domain/capability/cell.ts';

const numbers = ['none', 'one', 'two', 'three', 'four'];

/**
 * State and marks of a person's cell in words, the state first: "one below, stale". Meant to stand beside the
 * cell's short text.
 */
export function personCellState(cell: MatrixCell): string {
  return [stateWords(cell), ...cell.marks.map((mark) => markWords(mark, cell))].join(', ');
}

function stateWords(cell: MatrixCell): string {
  const distance = Math.abs(cell.gap ?? 0);
  switch (cell.state) {
    case 'below':
      return `${numbers[distance] ?? distance} below`;
    case 'above':
      return `${numbers[distance] ?? distance} above`;
    case 'meets':
      return 'meets';
    case 'not-assessed':
      return 'not assessed';
    case 'not-observed':
      return 'not observed';
    case 'not-expected':
      return 'not expected';
  }
}

function markWords(mark: CellMark, cell: MatrixCell): string {
  switch (mark) {
    case 'self-only':
      return `self-assessed only${cell.selfLevel === null ? '' : `, self level ${cell.selfLevel}`}`;
    case 'manager-only':
      return `assessed by the manager only${cell.managerLevel === null ? '' : `, manager level ${cell.managerLevel}`}`;
    case 'stale':
      return 'stale';
    case 'review':
      return 'to be reviewed';
    case 'level-undefined':
      return 'a level the framework does not define';
    case 'disputed':
      return 'disputed';
    case 'exempt':
      return 'exempt for now';
  }
}
