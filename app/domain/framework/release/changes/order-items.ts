import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ReleaseItem, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';

/** What touches people most stands first. */
const kinds: Readonly<Record<ReleaseItemKind, number>> = {
  renamed: 1,
  merged: 2,
  split: 3,
  'word-replaced': 4,
  gone: 5,
  'level-gone': 6,
  'expectation-moved': 7,
  'expectation-added': 8,
  'expectation-gone': 9,
  meaning: 10,
  new: 11,
  'level-added': 12,
  'level-undefined': 13,
  'level-defined': 14,
  'level-reordered': 15,
  'grades-changed': 16,
  'family-changed': 17,
  wording: 18,
  'description-repaired': 19,
  'description-changed': 20,
};

/** What asks for a decision first, then by kind, then by name. */
export function orderItems(items: readonly ReleaseItem[]): ReleaseItem[] {
  const name = ({ before, after }: ReleaseItem) => before[0] ?? after[0] ?? '';
  return [...items].sort(
    (a, b) => Number(b.asks) - Number(a.asks) || kinds[a.kind] - kinds[b.kind] || compareNames(name(a), name(b)) || compareNames(a.key, b.key),
  );
}
