import { expect, it } from 'vitest';
import { startReport } from '#app/domain/framework/start-report.ts';
import { noticeCleanedWording } from './notice-cleaned-wording.ts';

function noticesOf(wording: string) {
  const report = startReport('skills.csv');
  noticeCleanedWording(wording, 'Night watch', 7, report);
  noticeCleanedWording(wording, 'Night watch', 8, report);
  return report.notices.map(({ row, message }) => [row, message]);
}

it.each([
  ['Watching  the water', 'Surplus spaces'],
  ['Watching the\u200b water', 'Zero-width or no-break characters'],
  ['Watching \u202eretaw eht', 'Characters that turn the direction of writing'],
])('says once, with the row, what was taken out of %j', (wording, what) => {
  expect(noticesOf(wording)).toEqual([[7, `${what} were taken out of the wording of "Night watch".`]]);
});

it('says nothing of a wording that was taken as it is', () => {
  expect(noticesOf('Watching the water\r\nby night')).toEqual([]);
});
