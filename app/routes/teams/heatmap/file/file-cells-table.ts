import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import type { CountCells, ExpectationCells, PersonCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { markWords } from '#app/domain/capability/picture/words/filter-words.ts';

type Cell = string | number | null;

/** What stands in place of a figure that disclosure control withholds: never a number. */
export const withheld = '[c]';

const stateWords: Record<CellState, string> = {
  'not-expected': 'not expected',
  'not-assessed': 'not assessed',
  'not-observed': 'not observed',
  below: 'below',
  meets: 'meets',
  above: 'above',
};

interface Figures {
  heads: string[];
  of(at: number): Cell[];
}

/**
 * A picture as a table with one line for each of its cells, in the order shown, the heads first: who, which skill, each figure in a column
 * of its own, and the cell in words. Levels and counts are numbers, what is withheld reads "[c]", and what is not there is empty. Nobody
 * stands at a level above `highestLevel`, the last of the scales, without its column.
 */
export function fileCellsTable(picture: Picture, { words, highestLevel }: { words: (at: number) => string; highestLevel: number }): Cell[][] {
  const { rows, groups, columns, view } = picture;
  const figures = figuresOf(picture, highestLevel);
  const earlier = picture.earlier === null ? null : earlierFigures(picture);
  const grouped = groups.length > 0;
  const who = rowHeads[view];
  const heads = [who.row, ...(grouped ? [who.group] : []), who.note, view === 'cycles' ? 'Round' : 'Skill', ...figures.heads, ...(earlier?.heads ?? []), 'In words'];
  const lines = rows.flatMap((row, place) =>
    columns.map((column, beside): Cell[] => {
      const at = place * columns.length + beside;
      const group = row.group === null ? null : groups[row.group]!.name;
      return [row.name, ...(grouped ? [group] : []), noteCell(row.note), column.name, ...figures.of(at), ...(earlier?.of(at) ?? []), words(at)];
    }),
  );
  return [heads, ...lines];
}

/** What the first columns are called. */
export const rowHeads: Record<Picture['view'], { row: string; group: string; note: string }> = {
  people: { row: 'Person', group: 'Team', note: 'Role level' },
  voices: { row: 'Person', group: 'Team', note: 'Role level' },
  teams: { row: 'Team', group: 'Group', note: 'People' },
  'role-levels': { row: 'Role level', group: 'Role', note: 'People' },
  cycles: { row: 'Skill', group: 'Group', note: 'Note' },
  expectation: { row: 'Role level', group: 'Role', note: 'People' },
};

/** A row's second line; of one that says how many people there are, the number. */
export function noteCell(note: string | null): Cell {
  const people = /^([\d,]+) (?:person|people)$/.exec(note ?? '')?.[1];
  return people === undefined ? note : Number(people.replaceAll(',', ''));
}

function figuresOf(picture: Picture, highestLevel: number): Figures {
  const { cells, view } = picture;
  if (cells.kind === 'person') return personFigures(cells, view === 'voices');
  return cells.kind === 'count' ? countFigures(cells, picture.disclosureControlled, highestLevel) : expectationFigures(cells);
}

function personFigures(cells: PersonCells, voices: boolean): Figures {
  return {
    heads: ['Expected level', 'Agreed level', 'Gap', 'State', 'Marks', 'Agreed on', 'Self level', 'Manager level'],
    of: (at) => {
      const cell = unpackCell(cells, at, '');
      if (cell === null) return [null, null, null, 'not there on that day', null, null, null, null];
      const { marks } = cell;
      // What each side said stands in the file where it stands in the picture: there is nothing agreed beside it, or both are compared.
      const shows = (mark: CellMark, level: number | null) => (voices || marks.includes(mark) ? level : null);
      const said = [shows('self-only', cell.selfLevel), shows('manager-only', cell.managerLevel)];
      return [cell.expectedLevel, cell.agreedLevel, cell.gap, stateWords[cell.state], marks.map((mark) => markWords[mark]).join(', '), cell.agreedOn, ...said];
    },
  };
}

/** To a reader outside the line, the people at single levels and the oldest day are withheld throughout: these columns are left out. */
function countFigures(cells: CountCells, disclosureControlled: boolean, highestLevel = 0): Figures {
  const levels = 1 + cells.atLevel.reduce((highest, counts) => Math.max(highest, counts.findLastIndex((people) => people > 0)), highestLevel);
  const hidden = new Set(cells.suppressed);
  const further = disclosureControlled ? [] : [...Array.from({ length: levels }, (_, level) => `At level ${level}`), 'Oldest agreed on'];
  const heads = ['Expected of', 'Assessed', 'Meet', 'Short', 'Not assessed', ...further];
  return {
    heads,
    of: (at) => {
      if (hidden.has(at)) return heads.map(() => withheld);
      const [expected, assessed, met] = [cells.expected[at]!, cells.assessed[at]!, cells.met[at]!];
      const atLevels = Array.from({ length: levels }, (_, level) => cells.atLevel[at]?.[level] ?? 0);
      return [expected, assessed, met, assessed - met, expected - assessed, ...(disclosureControlled ? [] : [...atLevels, cells.oldestOn[at] ?? null])];
    },
  };
}

function expectationFigures(cells: ExpectationCells): Figures {
  const undefinedAt = new Set(cells.undefinedAt);
  return {
    heads: ['Expected level', 'Defined by the framework'],
    of: (at) => {
      const written = cells.expected[at]!;
      return written === '-' ? [null, null] : [Number(written), undefinedAt.has(at) ? 'no' : 'yes'];
    },
  };
}

function earlierFigures({ cells, earlier }: Picture): Figures {
  if (earlier?.kind === 'person') {
    const { of } = personFigures(earlier, false);
    return { heads: ['Earlier expected level', 'Earlier agreed level', 'Earlier gap', 'Earlier state'], of: (at) => of(at).slice(0, 4) };
  }
  if (earlier?.kind !== 'count' || cells.kind !== 'count') return { heads: [], of: () => [] };
  const { of } = countFigures(earlier, true);
  const byBar = cells.metByEarlierBar;
  const hidden = new Set(cells.suppressed);
  return {
    heads: ['Earlier expected of', 'Earlier assessed', 'Earlier meet', ...(byBar ? ['Meet by the earlier bar'] : [])],
    of: (at) => [...of(at).slice(0, 3), ...(byBar ? [hidden.has(at) ? withheld : byBar[at]!] : [])],
  };
}
