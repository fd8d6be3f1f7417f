import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

/** Refuses a role page or job description that is longer, or has a longer line, than any real one could be. */
export function checkPageLength(text: string, report: ImportReport): void {
  const { pageLength, lineLength } = frameworkLimits;
  if (text.length > pageLength) {
    report.refuse(null, null, `${report.file} has ${text.length} characters; at most ${pageLength} of a page are read.`);
    return;
  }
  const line = text.split(/\r\n?|\n/).findIndex((one) => one.length > lineLength) + 1;
  if (line > 0) report.refuse(line, null, `Line ${line} is longer than ${lineLength} characters. Copy the page with its line breaks.`);
}
