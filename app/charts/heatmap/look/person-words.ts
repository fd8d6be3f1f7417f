import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { personCellState } from './person-cell-state.ts';

/** State and marks of somebody's cell in words, after both levels where self is set against agreed; null is somebody who was not there. */
export function personWords(cell: MatrixCell | null, metric: PictureMetric): string {
  if (cell === null) return 'not here on this day';
  const state = personCellState(cell);
  return metric === 'voices' ? `self ${levelOrNone(cell.selfLevel)}, agreed ${levelOrNone(cell.agreedLevel)}, ${state}` : state;
}

const levelOrNone = (level: number | null) => (level === null ? 'none' : `level ${level}`);
