import { formatDate } from '#app/domain/assessment/format-date.ts';
import { todayOf } from '#app/platform/today.ts';

/** A version with its moments as days that a page shows. */
export function presentVersion<Version extends { publishedAt: Date; withdrawnAt: Date | null }>({ publishedAt, withdrawnAt, ...version }: Version) {
  return {
    ...version,
    publishedOn: formatDate(todayOf({ now: publishedAt })),
    withdrawnOn: withdrawnAt && formatDate(todayOf({ now: withdrawnAt })),
  };
}
