import { cleanName } from '#app/domain/framework/clean-name.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { TableColumn } from './csv-columns.ts';

export interface HeaderMatch<Key extends string> {
  /** Where each known column stands, counted from 0. */
  positions: Map<Key, number>;
  missing: string[];
  /** Known headers that stand more than once. */
  repeated: string[];
  unknown: string[];
}

/**
 * Finds known columns in a header record by name, in any order; letter case, underscores and spacing do not count.
 * A header no reader knows is returned as unknown, a nameless one is left out.
 */
export function matchHeader<Key extends string>(
  header: readonly string[],
  columns: readonly TableColumn<Key>[],
): HeaderMatch<Key> {
  const positions = new Map<Key, number>();
  const repeated = new Set<string>();
  const unknown: string[] = [];
  header.forEach((cell, position) => {
    const key = nameKey(cell.replace(/_/g, ' '));
    const column = columns.find((candidate) => nameKey(candidate.header) === key);
    if (column === undefined) {
      if (key !== '') unknown.push(cleanName(cell));
    } else if (positions.has(column.key)) repeated.add(column.header);
    else positions.set(column.key, position);
  });
  const missing = columns.filter((column) => column.required && !positions.has(column.key)).map((column) => column.header);
  return { positions, missing, repeated: [...repeated], unknown };
}
