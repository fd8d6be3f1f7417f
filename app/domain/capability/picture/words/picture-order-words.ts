import { mostSimilarRows } from '#app/domain/capability/picture/order/most-similar-rows.ts';
import { orderInEffect } from '#app/domain/capability/picture/order/order-in-effect.ts';
import type { Picture, PictureView } from '#app/domain/capability/picture/picture.ts';
import type { RowOrder } from '#app/domain/capability/picture/picture-state.ts';

/** What stands in the rows of a view, and in what order when none is chosen. */
const rowsOf: Record<PictureView, { many: string; order: string }> = {
  people: { many: 'people', order: 'people by team, then the most senior first, then by name' },
  voices: { many: 'people', order: 'people by team, then the most senior first, then by name' },
  teams: { many: 'teams', order: 'teams by name' },
  'role-levels': { many: 'role levels', order: 'role levels by role, then the most senior first' },
  expectation: { many: 'role levels', order: 'role levels by role, then the most senior first' },
  cycles: { many: 'skills', order: 'skills expected of most people first, then by name' },
};

/**
 * In what order rows and columns stand: "people by name; skills expected of most people first, then by name". `total` is how many rows
 * there are in all; `skillName` names the skill of the order `skill`.
 */
export function pictureOrderWords(picture: Picture, order: RowOrder, total: number, skillName: string | null): string {
  return `${rowWords(picture.view, order, total, skillName)}; ${columnWords(picture)}`;
}

function rowWords(view: PictureView, order: RowOrder, total: number, skillName: string | null): string {
  const { many, order: usual } = rowsOf[view];
  const inEffect = orderInEffect(order, total);
  const tooMany = inEffect === order ? '' : ` (more than ${mostSimilarRows} ${many} cannot be put like beside like)`;
  switch (inEffect) {
    case 'team':
      return usual;
    case 'name':
      return `${many} by name`;
    case 'shortfall':
      return view === 'expectation' ? `${many} by name` : `${shortfallWords(many)}${tooMany}`;
    case 'similar':
      return `like ${many} beside each other (average linkage, optimal leaf order)`;
    default:
      return skillName === null ? `${many} by name` : skillWords(view, many, skillName);
  }
}

function shortfallWords(many: string): string {
  return many === 'people' ? 'people with the most levels short first, then the most shortfalls, then by name' : `${many} with the most people short first, then by name`;
}

function skillWords(view: PictureView, many: string, skillName: string): string {
  if (view === 'expectation') return `role levels that expect most of ${skillName} first, then by name`;
  return many === 'people' ? `people furthest below in ${skillName} first, then by name` : `${many} with the most people short of ${skillName} first, then by name`;
}

function columnWords({ view, columnGroups }: Picture): string {
  if (view === 'cycles') return 'rounds, the oldest first';
  const usual = view === 'expectation' ? 'skills expected of most role levels first, then by name' : 'skills expected of most people first, then by name';
  if (columnGroups.length === 1) return `${usual}, all of them ${columnGroups[0]!.toLowerCase()}`;
  return columnGroups.length === 0 ? usual : `${usual}, those that most ${view === 'teams' ? 'teams' : 'roles'} share before the others`;
}
