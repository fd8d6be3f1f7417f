import type { DescribedFilter } from './describe-filters.ts';
import { kindWords } from './filter-words.ts';

/** What a picture is narrowed to, kind by kind: "Team: Networks or Cloud; State: not assessed"; null where nothing narrows it. */
export function filterSentence(filters: readonly DescribedFilter[]): string | null {
  const values = new Map<DescribedFilter['kind'], string[]>();
  for (const { kind, value, applies } of filters) if (applies) values.set(kind, [...(values.get(kind) ?? []), value]);
  const parts = [...values].map(([kind, names]) => `${kindWords[kind]}: ${names.join(' or ')}`);
  return parts.length === 0 ? null : parts.join('; ');
}
