import type { Doubt } from '#app/domain/assessment/moderation/find-doubts.ts';

/** A doubt as a sentence without its full stop. It asks; it does not judge. */
export function doubtWords(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'unbacked':
      return `Level ${doubt.level} without evidence or a note`;
    case 'ticks-differ':
      return `Level ${doubt.level}, and the ticked statements suggest ${doubt.tickedLevel}`;
    case 'far-from-last-year':
      return `Level ${doubt.level}, and ${doubt.earlierLevel} was agreed before the round`;
  }
}
