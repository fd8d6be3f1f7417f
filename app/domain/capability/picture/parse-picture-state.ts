import { cellMarks, cellStates, pictureMetrics, pictureViews } from './picture.ts';
import { type PictureState, rowOrders } from './picture-state.ts';

/** Every link of a page repeats what its address says: what is longer than any id or date is none, and would make a page of megabytes. */
const longestValue = 64;
const mostOfAList = 100;

const isShort = (value: string) => value !== '' && value.length <= longestValue;

function oneOf<T extends string>(known: readonly T[], asked: string | null): T | null {
  return known.find((one) => one === asked) ?? null;
}

function someOf<T extends string>(known: readonly T[], asked: readonly string[]): T[] {
  return known.filter((one) => asked.includes(one));
}

function wholeNumber(asked: string | null, most: number): number | null {
  return asked !== null && /^\d{1,7}$/.test(asked) && Number(asked) <= most ? Number(asked) : null;
}

/** "row.skill" for a cell, "skill" for a column. */
function openOf(asked: string | null): PictureState['open'] {
  const parts = asked?.split('.') ?? [];
  if (parts.length === 1 && isShort(parts[0]!)) return { rowId: null, columnId: parts[0]! };
  return parts.length === 2 && parts.every(isShort) ? { rowId: parts[0]!, columnId: parts[1]! } : null;
}

/**
 * What the address of a picture asks for. Whatever it says wrongly or not at all is left open (null, or an empty list), so that an old
 * or mistyped address still shows a picture. Dates and ids are taken as they stand: the service checks them.
 */
export function parsePictureState(search: URLSearchParams): PictureState {
  const all = (name: string) => [...new Set(search.getAll(name))].filter(isShort).slice(0, mostOfAList);
  const one = (name: string) => all(name).at(0) ?? null;
  return {
    view: oneOf(pictureViews, search.get('view')),
    metric: oneOf(pictureMetrics, search.get('metric')),
    asOf: one('asOf'),
    before: one('before'),
    compare: search.get('compare') === 'side' ? 'side' : 'change',
    heldLevel: wholeNumber(search.get('held'), 9),
    order: oneOf(rowOrders, search.get('order')),
    orderSkillId: one('by'),
    groupColumns: search.get('columns') === 'shared',
    multiples: search.get('show') === 'multiples',
    filters: {
      teams: all('team'),
      roles: all('role'),
      roleLevels: all('roleLevel'),
      skills: all('skill'),
      states: someOf(cellStates, all('state')),
      marks: someOf(cellMarks, all('mark')),
    },
    open: openOf(search.get('open')),
    from: wholeNumber(search.get('from'), 9_999_999) ?? 0,
  };
}
