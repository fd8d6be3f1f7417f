import { formatDate } from '#app/domain/assessment/format-date.ts';
import { countedWords } from './counted-words.ts';
import type { PictureToDescribe } from './picture-to-describe.ts';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** Metrics that have a figure for whoever has no agreed level too, so that nobody is left out. */
const countEverybody: readonly PictureMetric[] = ['complete', 'expected', 'bar-moved'];

/** Who and what the figures of a picture leave out: "61 without an agreed level, 3 not observed"; null where nothing is. */
export function pictureLeftOutWords(about: PictureToDescribe): string | null {
  const { picture, state, totals } = about;
  const parts = [
    ...(countEverybody.includes(state.metric) ? [] : unassessedWords(about)),
    ...(totals.suppressed === 0 ? [] : [`${countedWords(totals.suppressed, 'figure', 'figures')} withheld, so as to single out nobody`]),
    ...(picture.before === null ? [] : movedWords(about, formatDate(picture.before))),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function unassessedWords({ picture, totals }: PictureToDescribe): string[] {
  if (picture.disclosureControlled) return totals.notAgreed === 0 && totals.suppressed === 0 ? [] : ['people without an agreed level'];
  return [
    ...(totals.notAgreed === 0 ? [] : [`${totals.notAgreed.toLocaleString('en-GB')} without an agreed level`]),
    ...(totals.notObserved === 0 ? [] : [`${totals.notObserved.toLocaleString('en-GB')} not observed`]),
  ];
}

/** Who stands on one of the two days only. People who joined have a row of their own, but nothing to compare. */
function movedWords({ joined, left }: PictureToDescribe, before: string): string[] {
  return [
    ...(joined === 0 ? [] : [`${countedWords(joined, 'person who has', 'people who have')} joined since ${before}`]),
    ...(left === 0 ? [] : [`${countedWords(left, 'person who has', 'people who have')} left since ${before}`]),
  ];
}
