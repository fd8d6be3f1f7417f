import { turnsDirection } from '#app/domain/access/turns-direction.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

/** Says once per role, role level or skill and file that surplus spaces, zero-width or no-break characters, or those that turn the direction of writing were taken out of its wording. */
export function noticeCleanedWording(wording: string, name: string, row: number, report: ImportReport): void {
  if (cleanText(wording) === wording.replace(/\r\n?/g, '\n')) return;
  const unseen = /[\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff]/.test(wording) ? 'Zero-width or no-break characters' : 'Surplus spaces';
  const message = `${turnsDirection(wording) ? 'Characters that turn the direction of writing' : unseen} were taken out of the wording of "${name}".`;
  if (!report.notices.some((notice) => notice.message === message)) report.notice('cleaned-name', row, message);
}
