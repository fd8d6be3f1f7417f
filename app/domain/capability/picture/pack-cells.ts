import type { CellMark, MatrixCell } from '#app/domain/capability/cell.ts';
import { cellStates, type PersonCells } from './picture.ts';

/** A list of things that come again and again, each written as one character: its place, from the character "0" on. */
function dictionary<T>(): { known: T[]; write: (key: string, value: () => T) => string } {
  const [known, places] = [[] as T[], new Map<string, string>()];
  return {
    known,
    write: (key, value) => {
      const found = places.get(key);
      if (found !== undefined) return found;
      const character = String.fromCharCode(48 + known.length);
      known.push(value());
      places.set(key, character);
      return character;
    },
  };
}

const levelCharacter = (level: number | null) => (level === null ? '-' : String.fromCharCode(48 + level));

/**
 * The judged cells of people, row after row, as columns of characters; null for a cell that is not there, of somebody who was not on that
 * day. `unpackCell` reads one back.
 */
export function packCells(cells: Iterable<MatrixCell | null>): PersonCells {
  const [expected, self, manager, agreed, states, marks, agreedOn] = Array.from({ length: 7 }, () => [] as string[]) as [
    string[], string[], string[], string[], string[], string[], string[],
  ];
  const markSets = dictionary<CellMark[]>();
  const days = dictionary<string>();
  for (const cell of cells) {
    expected.push(levelCharacter(cell?.expectedLevel ?? null));
    self.push(levelCharacter(cell?.selfLevel ?? null));
    manager.push(levelCharacter(cell?.managerLevel ?? null));
    agreed.push(levelCharacter(cell?.agreedLevel ?? null));
    states.push(cell === null ? '-' : String(cellStates.indexOf(cell.state)));
    marks.push(markSets.write(cell?.marks.join() ?? '', () => cell?.marks ?? []));
    agreedOn.push(cell?.agreedOn ? days.write(cell.agreedOn, () => cell.agreedOn!) : '-');
  }
  return {
    kind: 'person',
    expected: expected.join(''),
    self: self.join(''),
    manager: manager.join(''),
    agreed: agreed.join(''),
    states: states.join(''),
    marks: marks.join(''),
    markSets: markSets.known,
    agreedOn: agreedOn.join(''),
    days: days.known,
  };
}
