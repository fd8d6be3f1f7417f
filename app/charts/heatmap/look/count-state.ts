import type { CountCells } from '#app/domain/capability/picture/picture.ts';
import { serviceCellState } from './service-cell-state.ts';

/** The state of a cell that counts people, with which every metric's words end. */
export function countState({ expected, assessed, met, suppressed }: CountCells, at: number): string {
  return serviceCellState({ skillId: '', expected: expected[at]!, assessed: assessed[at]!, met: met[at]!, share: null, suppressed: suppressed.includes(at) });
}
