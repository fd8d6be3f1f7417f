import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import { cellStates, type CountCells, type PersonCells, type PictureCells } from '#app/domain/capability/picture/picture.ts';

/**
 * Whether the cell at a place has one of these states and one of these marks (an empty list asks for nothing); null where nothing is asked
 * for, or nothing of the kind is known of such cells. A cell that counts people has the state of any of them; it cannot tell those above
 * from those who meet, nor the not observed from the not assessed, and says nothing where it is withheld.
 */
export function cellMatcher(
  cells: PictureCells,
  states: readonly CellState[],
  marks: readonly CellMark[],
): ((at: number) => boolean) | null {
  if (cells.kind === 'person') return states.length + marks.length === 0 ? null : ofPerson(cells, states, marks);
  return cells.kind === 'expectation' || states.length === 0 ? null : ofCount(cells, states);
}

function ofPerson(cells: PersonCells, states: readonly CellState[], marks: readonly CellMark[]): (at: number) => boolean {
  const wanted = cellStates.map((state) => states.length === 0 || states.includes(state));
  const sets = cells.markSets.map((set) => marks.length === 0 || set.some((mark) => marks.includes(mark)));
  return (at) => wanted[cells.states.charCodeAt(at) - 48] === true && sets[cells.marks.charCodeAt(at) - 48] === true;
}

function ofCount({ expected, assessed, met, suppressed }: CountCells, states: readonly CellState[]): (at: number) => boolean {
  const asks = (...any: CellState[]) => any.some((state) => states.includes(state));
  const [short, meeting, open, none] = [asks('below'), asks('meets', 'above'), asks('not-assessed', 'not-observed'), asks('not-expected')];
  const withheld = new Set(suppressed);
  return (at) => {
    if (withheld.has(at)) return false;
    if (short && assessed[at]! > met[at]!) return true;
    if (meeting && met[at]! > 0) return true;
    return (open && expected[at]! > assessed[at]!) || (none && expected[at] === 0);
  };
}
