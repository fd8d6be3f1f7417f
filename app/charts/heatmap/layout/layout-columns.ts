import { type ColumnLayout, type ColumnRoom, placeColumns } from './place-columns.ts';
import { wrapHeads } from './wrap-heads.ts';

/**
 * Columns side by side and their names above them, turned to read upwards. Each name is wrapped, never cut: the
 * heads are as low as lets every name keep within its column's width, and columns widen where even the tallest
 * head would not do.
 */
export function layoutColumns(skills: readonly { id: string; name: string }[], room: ColumnRoom): ColumnLayout {
  return placeColumns(skills, room, (mostLines) => wrapHeads(skills, mostLines));
}
