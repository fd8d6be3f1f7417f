import type { ImportReport } from './start-report.ts';

/** Says once per skill and file that zero-width or no-break characters were taken out of its wording. */
export function noticeCleanedWording(wording: string, skill: string, row: number, report: ImportReport): void {
  if (!/[\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff]/.test(wording)) return;
  const message = `Zero-width or no-break characters were taken out of the wording of "${skill}".`;
  if (!report.notices.some((notice) => notice.message === message)) report.notice('cleaned-name', row, message);
}
