import type { CountCells, ExpectationCells, PersonCells, PictureCells } from './picture.ts';

/** More arguments than this at once are more than a call takes. */
const charactersAtOnce = 8_192;

/**
 * The cells at these places, in this order, as packed as they were. `places` are places of cells (row * columns + column), each at most
 * once: a place that comes twice would leave the lists of withheld and undefined cells with one of the two.
 */
export function reCutCells<T extends PictureCells>(cells: T, places: Uint32Array): T;
export function reCutCells(cells: PictureCells, places: Uint32Array): PictureCells {
  if (cells.kind === 'person') return person(cells, places);
  return cells.kind === 'count' ? count(cells, places) : expectation(cells, places);
}

function person(cells: PersonCells, places: Uint32Array): PersonCells {
  const characters = cutter(places);
  const { expected, self, manager, agreed, states, marks, agreedOn } = cells;
  return {
    ...cells,
    expected: characters(expected),
    self: characters(self),
    manager: characters(manager),
    agreed: characters(agreed),
    states: characters(states),
    marks: characters(marks),
    agreedOn: characters(agreedOn),
  };
}

function count(cells: CountCells, places: Uint32Array): CountCells {
  const { expected, assessed, met, atLevel, oldestOn, suppressed, metByEarlierBar } = cells;
  return {
    ...cells,
    expected: entries(expected, places),
    assessed: entries(assessed, places),
    met: entries(met, places),
    atLevel: entries(atLevel, places),
    oldestOn: entries(oldestOn, places),
    suppressed: moved(suppressed, places),
    ...(metByEarlierBar ? { metByEarlierBar: entries(metByEarlierBar, places) } : {}),
  };
}

function expectation(cells: ExpectationCells, places: Uint32Array): ExpectationCells {
  return { ...cells, expected: cutter(places)(cells.expected), undefinedAt: moved(cells.undefinedAt, places) };
}

function entries<T>(column: readonly T[], places: Uint32Array): T[] {
  return Array.from(places, (place) => column[place]!);
}

/** Whole rows move as pieces of text, which is several times as fast as single characters; scattered columns do not. */
function cutter(places: Uint32Array): (column: string) => string {
  const starts = startsOf(places);
  if (starts.length * 4 > places.length) return (column) => byCharacter(column, places);
  return (column) => starts.map((at, run) => column.slice(places[at]!, places[at]! + (starts[run + 1] ?? places.length) - at)).join('');
}

/** Where in the list places begin that do not follow on the one before. */
function startsOf(places: Uint32Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at < places.length; at += 1) if (at === 0 || places[at] !== places[at - 1]! + 1) starts.push(at);
  return starts;
}

function byCharacter(column: string, places: Uint32Array): string {
  const parts: string[] = [];
  const codes = new Uint16Array(charactersAtOnce);
  for (let from = 0; from < places.length; from += charactersAtOnce) {
    const length = Math.min(charactersAtOnce, places.length - from);
    for (let at = 0; at < length; at += 1) codes[at] = column.charCodeAt(places[from + at]!);
    parts.push(String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]));
  }
  return parts.join('');
}

/** Where listed cells stand afterwards; a cell that was not taken falls out of the list. */
function moved(listed: readonly number[], places: Uint32Array): number[] {
  if (listed.length === 0) return [];
  const wanted = new Set(listed);
  const found: number[] = [];
  for (let at = 0; at < places.length; at += 1) if (wanted.has(places[at]!)) found.push(at);
  return found;
}
