import type { PlacedHeatmap } from './heatmap-source.ts';
import type { GridPlace } from './move-in-grid.ts';

/** What stands at a place, in a sentence: the name of a head or label, or who and what a cell is about and its whole meaning. Empty for no place. */
export function placeWords({ told: { rows, columns }, cells }: PlacedHeatmap, place: GridPlace | null): string {
  const [row, column] = place ? [rows[place.row], columns[place.column]] : [];
  if (!row || !column) return (row ?? column)?.name ?? '';
  return `${row.name}, ${column.name}: ${cells.words(place!.row * columns.length + place!.column)}`;
}
