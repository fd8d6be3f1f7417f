import type { ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import { kindOrder, kindWords } from './kind-words.ts';

/** How many changes of each kind, in the order of the page: "renamed 2, merged 1". Empty where there are none. */
export function countsInWords(counts: Readonly<Partial<Record<ReleaseItemKind, number>>>): string {
  return kindOrder
    .flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [`${kindWords[kind].heading.toLowerCase()} ${count}`];
    })
    .join(', ');
}
