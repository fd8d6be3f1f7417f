import type { PersonCells, Picture } from '#app/domain/capability/picture/picture.ts';

/** What rows are compared by: nothing to compare (not expected) is NaN; expected but unknown (not agreed, not observed, withheld) is Infinity. */
const nothing = Number.NaN;
const unknown = Number.POSITIVE_INFINITY;

/** The range of levels; a share of people is stretched to it, so that both kinds of figure weigh alike against the unknown. */
const levels = 4;

/**
 * The rows of a picture as lists of numbers, one a column, for `similarOrder`: of people the gap (agreed less expected level), or in the
 * view of voices self less agreed level; of counts the share who meet, times 4; of expectations the level expected.
 */
export function rowVectors(picture: Picture): number[][] {
  const { rows, columns, cells, view } = picture;
  const withheld = new Set(cells.kind === 'count' ? cells.suppressed : []);
  const valueAt = (at: number): number => {
    if (cells.kind === 'person') return view === 'voices' ? voiceAt(cells, at) : gapAt(cells, at);
    if (cells.kind === 'expectation') return levelAt(cells.expected, at) ?? nothing;
    if (withheld.has(at)) return unknown;
    if (cells.expected[at] === 0) return nothing;
    return cells.assessed[at] === 0 ? unknown : (levels * cells.met[at]!) / cells.assessed[at]!;
  };
  return rows.map((_row, row) => columns.map((_column, column) => valueAt(row * columns.length + column)));
}

function levelAt(column: string, at: number): number | null {
  const code = column.charCodeAt(at) - 48;
  return code < 0 ? null : code;
}

function gapAt(cells: PersonCells, at: number): number {
  const state = levelAt(cells.states, at);
  if (state === null || state === 0) return nothing;
  return state >= 3 ? cells.agreed.charCodeAt(at) - cells.expected.charCodeAt(at) : unknown;
}

function voiceAt(cells: PersonCells, at: number): number {
  const [self, agreed] = [levelAt(cells.self, at), levelAt(cells.agreed, at)];
  if (self === null && agreed === null) return nothing;
  return self === null || agreed === null ? unknown : self - agreed;
}
