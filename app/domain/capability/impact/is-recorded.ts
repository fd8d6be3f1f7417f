import type { MatrixCell } from '#app/domain/capability/cell.ts';

/** Whether a level of any source, or an agreed "not observed", is known in this cell. */
export function isRecorded(cell: MatrixCell | undefined): boolean {
  return cell !== undefined && (cell.agreedOn !== null || cell.selfLevel !== null || cell.managerLevel !== null);
}
