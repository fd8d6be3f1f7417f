import type { CellMark, CellState, MatrixCell } from '#app/domain/capability/cell.ts';
import { cellStates, type PersonCells } from './picture.ts';

/** A list of things that come again and again, each written as one character: its place, from the character "0" on. */
function dictionary<T>(): { known: T[]; code: (key: string, value: T) => number } {
  const [known, places] = [[] as T[], new Map<string, number>()];
  return {
    known,
    code: (key, value) => {
      const found = places.get(key);
      if (found !== undefined) return found;
      const place = zero + known.push(value) - 1;
      places.set(key, place);
      return place;
    },
  };
}

/** The characters "0" and "-". */
const zero = 48;
const none = 45;

/** Characters are put together this many at a time: one string a character costs many times as much. */
const chunk = 4_096;

/** A column that is written one character code after the other. */
class Column {
  private text = '';
  private length = 0;
  private readonly codes = new Uint16Array(chunk);

  add(code: number): void {
    if (this.length === chunk) this.flush();
    this.codes[this.length++] = code;
  }

  addLevel(level: number | null | undefined): void {
    this.add(level === null || level === undefined ? none : zero + level);
  }

  private flush(): void {
    this.text += String.fromCharCode(...this.codes.subarray(0, this.length));
    this.length = 0;
  }

  written(): string {
    this.flush();
    return this.text;
  }
}

/**
 * The judged cells of people, row after row, as columns of characters; null for a cell that is not there, of somebody who was not on that
 * day. `unpackCell` reads one back.
 */
export function packCells(cells: Iterable<MatrixCell | null>): PersonCells {
  const [expected, self, manager, agreed] = [new Column(), new Column(), new Column(), new Column()];
  const [states, marks, agreedOn] = [new Column(), new Column(), new Column()];
  const markSets = dictionary<CellMark[]>();
  const days = dictionary<string>();
  for (const cell of cells) {
    expected.addLevel(cell?.expectedLevel);
    self.addLevel(cell?.selfLevel);
    manager.addLevel(cell?.managerLevel);
    agreed.addLevel(cell?.agreedLevel);
    states.add(cell === null ? none : zero + stateCodes[cell.state]);
    const set = cell?.marks ?? [];
    marks.add(markSets.code(set.length === 0 ? '' : set.join(), set));
    agreedOn.add(cell?.agreedOn ? days.code(cell.agreedOn, cell.agreedOn) : none);
  }
  return {
    kind: 'person',
    expected: expected.written(),
    self: self.written(),
    manager: manager.written(),
    agreed: agreed.written(),
    states: states.written(),
    marks: marks.written(),
    markSets: markSets.known,
    agreedOn: agreedOn.written(),
    days: days.known,
  };
}

const stateCodes = Object.fromEntries(cellStates.map((state, place) => [state, place])) as Record<CellState, number>;
