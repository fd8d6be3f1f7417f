import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { Picture, PictureCells } from '#app/domain/capability/picture/picture.ts';
import { orderInEffect } from './order-in-effect.ts';
import type { RowOrder } from '#app/domain/capability/picture/picture-state.ts';
import { rowVectors } from './row-vectors.ts';
import { similarOrder } from './similar-order.ts';

interface OrderOptions {
  /** For the order `skill`: the id of a column, the first one unless given. Where it is not shown, rows are alike and the name decides. */
  skillId?: string | null;
}

/**
 * The places of a picture's rows in the order asked for. A row that sums up others stays last.
 * - `team`: as they are: the builder puts team, seniority and name in order.
 * - `shortfall`: by levels short in total (a surplus in one skill makes up for nothing), then by the number of shortfalls, then by name.
 *   Where cells count people, by how many people are short, added up. What role levels expect is short of nothing and goes by name. Over rounds
 *   the newest decides.
 * - `skill`: those furthest below the expected level of one skill first, then those of whom nothing is agreed, those who meet, and those
 *   of whom it is not expected; then by name. Over rounds, where columns are not skills, by name.
 * - `similar`: see `similarOrder`; with too many rows for it, by shortfall (`orderInEffect` tells).
 */
export function orderRows(picture: Picture, order: RowOrder, options: OrderOptions = {}): number[] {
  const { rows, columns } = picture;
  const places = rows.map((_, place) => place);
  const inEffect = orderInEffect(order, rows.length);
  if (inEffect === 'team') return places;
  const totals = places.filter((place) => rows[place]!.isTotal);
  const plain = places.filter((place) => !rows[place]!.isTotal);
  if (inEffect === 'similar') {
    const vectors = rowVectors(picture);
    const found = similarOrder(plain.map((place) => vectors[place]!), plain.map((place) => rows[place]!.name));
    return [...found.map((place) => plain[place]!), ...totals];
  }
  const keys = keysOf(inEffect, plain, picture, options.skillId ?? columns[0]?.id);
  plain.sort((one, other) => {
    const [[ofOne, thenOne], [ofOther, thenOther]] = [keys.get(one)!, keys.get(other)!];
    return ofOther - ofOne || thenOther - thenOne || compareNames(rows[one]!.name, rows[other]!.name) || one - other;
  });
  return [...plain, ...totals];
}

/** What comes first, and what decides among equals; the larger is shown first. */
type Key = readonly [number, number];

function keysOf(order: RowOrder, places: readonly number[], { view, columns, cells }: Picture, skillId: string | undefined): Map<number, Key> {
  const { length } = columns;
  const skillColumn = view === 'cycles' ? -1 : columns.findIndex(({ id }) => id === skillId);
  const first = view === 'cycles' ? length - 1 : 0;
  const keyOf = (place: number): Key => {
    if (order === 'skill') return skillColumn < 0 ? [0, 0] : skillKey(cells, place * length + skillColumn);
    return order === 'shortfall' ? shortfallKey(cells, place * length + first, (place + 1) * length) : [0, 0];
  };
  return new Map(places.map((place) => [place, keyOf(place)]));
}

function shortfallKey(cells: PictureCells, from: number, to: number): Key {
  let [levels, count] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const short = shortAt(cells, at);
    levels += short;
    if (short > 0) count += 1;
  }
  return [levels, count];
}

/** Levels short at a place, or people short; 0 where nobody is. */
function shortAt(cells: PictureCells, at: number): number {
  if (cells.kind === 'count') return cells.assessed[at]! - cells.met[at]!;
  if (cells.kind === 'expectation' || cells.states[at] !== '3') return 0;
  return cells.expected.charCodeAt(at) - cells.agreed.charCodeAt(at);
}

function skillKey(cells: PictureCells, at: number): Key {
  if (cells.kind === 'expectation') return [cells.expected[at] === '-' ? 0 : Number(cells.expected[at]), 0];
  const short = shortAt(cells, at);
  if (cells.kind === 'count') return [short, cells.expected[at]!];
  const state = cells.states[at];
  if (state === '1' || state === '2') return [short, 2];
  return [short, state === '4' || state === '5' ? 1 : 0];
}
