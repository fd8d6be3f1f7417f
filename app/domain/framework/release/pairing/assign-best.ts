/**
 * Pairs rows with columns one to one so that the sum of worths is greatest (the Hungarian method in the form with
 * potentials, O(n^3)). `worth` holds one row for each; 0 or less means never. Gives the column of each row, or null.
 * The same input gives the same pairs.
 */
export function assignBest(worth: readonly (readonly number[])[]): (number | null)[] {
  const width = Math.max(0, ...worth.map((row) => row.length));
  const size = Math.max(worth.length, width);
  const cost = (row: number, column: number) => -Math.max(0, worth[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const cameFrom = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const from = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let to = 1; to <= size; to += 1) {
        if (used[to] === 1) continue;
        const reduced = cost(from, to) - (rowPotential[from] ?? 0) - (columnPotential[to] ?? 0);
        if (reduced < (least[to] ?? Infinity)) {
          least[to] = reduced;
          cameFrom[to] = column;
        }
        if ((least[to] ?? Infinity) < delta) {
          delta = least[to] ?? Infinity;
          next = to;
        }
      }
      for (let to = 0; to <= size; to += 1) {
        if (used[to] === 1) {
          const owner = rowOf[to] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[to] = (columnPotential[to] ?? 0) - delta;
        } else least[to] = (least[to] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  const columns: (number | null)[] = worth.map(() => null);
  for (let column = 1; column <= size; column += 1) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && row < worth.length && (worth[row]?.[column - 1] ?? 0) > 0) columns[row] = column - 1;
  }
  return columns;
}
