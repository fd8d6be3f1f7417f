import { kindOrder, kindWords } from './kind-words.ts';
import type { PresentedGroup, PresentedItem } from './presented-release.ts';

/** Changes of one kind that are shown; where nothing can be decided the rest are counted. */
const most = 300;

/** The changes by kind, in the order of the page. What offers a choice is always shown. */
export function presentGroups(items: readonly PresentedItem[]): PresentedGroup[] {
  return kindOrder.flatMap((kind) => {
    const found = items.filter((item) => item.kind === kind);
    if (found.length === 0) return [];
    const { heading, rule } = kindWords[kind];
    const shown = found.filter(({ options }, at) => at < most || options.length > 0);
    return [{ kind, heading, rule, count: found.length, items: shown }];
  });
}
