import type { ServiceCell, ServiceMatrix } from '#app/domain/capability/cell.ts';
import { suppressServiceMatrix } from '#app/domain/disclosure/suppress-service-matrix.ts';
import type { CountCells, Picture } from '#app/domain/capability/picture/picture.ts';

/**
 * A picture of teams as a reader outside the line may see it: figures that could single out a person are withheld, with all that would
 * give them away, and the total of each skill stands in a last row where it gives nothing away. `smallest` is the smallest count that may
 * be told, usually 5. How many people there are, at which level, and since when, is told of no cell.
 */
export function withholdCounts(picture: Picture, total: { id: string; name: string }, smallest: number): Picture {
  const { cells, rows, columns } = picture;
  if (cells.kind !== 'count') throw new Error('Only counts can be withheld; single people are not shown to such a reader at all.');
  const { teams, totals } = suppressServiceMatrix(matrixOf(picture, cells), smallest);
  const told = [...teams.flatMap((team) => team.cells), ...totals];
  return {
    ...picture,
    rows: [...rows.map((row) => ({ ...row, note: null })), { ...total, note: null, group: null, isTotal: true }],
    columns,
    cells: cellsOf(told),
    earlier: null,
    before: null,
    people: 0,
    disclosureControlled: true,
  };
}

function matrixOf({ rows, columns }: Picture, { expected, assessed, met }: CountCells): ServiceMatrix {
  const cellAt = (skillId: string, at: number): ServiceCell => {
    const counts = { expected: expected[at]!, assessed: assessed[at]!, met: met[at]! };
    return { skillId, ...counts, share: counts.assessed === 0 ? null : counts.met / counts.assessed, suppressed: false };
  };
  return {
    skills: columns.map(({ id, name }) => ({ id, key: id, name })),
    teams: rows.map(({ id, name }, row) => ({ id, name, people: 0, cells: columns.map((column, place) => cellAt(column.id, row * columns.length + place)) })),
  };
}

function cellsOf(told: readonly ServiceCell[]): CountCells {
  return {
    kind: 'count',
    expected: told.map(({ expected }) => expected),
    assessed: told.map(({ assessed }) => assessed),
    met: told.map(({ met }) => met),
    atLevel: told.map(() => []),
    oldestOn: told.map(() => null),
    suppressed: told.flatMap(({ suppressed }, at) => (suppressed ? [at] : [])),
  };
}
