import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { cellStates, type PersonCells } from './picture.ts';

const none = 45;

function levelAt(column: string, at: number): number | null {
  const code = column.charCodeAt(at);
  return code === none ? null : code - 48;
}

/** The cell at a place of packed cells (row * columns + column); null where the person was not there on that day. `skillId` is the column's. */
export function unpackCell(cells: PersonCells, at: number, skillId: string): MatrixCell | null {
  const state = levelAt(cells.states, at);
  if (state === null) return null;
  const day = levelAt(cells.agreedOn, at);
  const [expectedLevel, agreedLevel] = [levelAt(cells.expected, at), levelAt(cells.agreed, at)];
  return {
    skillId,
    expectedLevel,
    selfLevel: levelAt(cells.self, at),
    managerLevel: levelAt(cells.manager, at),
    agreedLevel,
    gap: agreedLevel === null || expectedLevel === null ? null : agreedLevel - expectedLevel,
    state: cellStates[state]!,
    marks: cells.markSets[cells.marks.charCodeAt(at) - 48]!,
    agreedOn: day === null ? null : cells.days[day]!,
  };
}
