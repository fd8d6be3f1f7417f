import type { MatrixCell } from '#app/domain/capability/cell.ts';

/** Whether the metric `age` says of a cell how long ago it was agreed. */
export function isAged({ state, agreedOn }: MatrixCell): boolean {
  return agreedOn !== null && state !== 'not-assessed';
}
