import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** A row as the frame needs it, or the heading of a group. */
export interface HeadedRow {
  id: string;
  name: string;
  /** A second, quieter line. */
  note: string | null;
  isGroup: boolean;
  /** Index of the row; null for a heading. */
  rowIndex: number | null;
}

/** The rows of a picture, with a heading above each run of rows of the same group where there is more than one group. */
export function headedRows({ rows, groups }: Pick<Picture, 'rows' | 'groups'>): HeadedRow[] {
  const isGrouped = rows.some(({ group }) => group !== rows[0]!.group);
  return rows.flatMap(({ id, name, note, group }, rowIndex) => {
    const own = { id, name, note, isGroup: false, rowIndex };
    if (!isGrouped || group === null || group === rows[rowIndex - 1]?.group) return [own];
    return [{ ...groups[group]!, note: null, isGroup: true, rowIndex: null }, own];
  });
}
