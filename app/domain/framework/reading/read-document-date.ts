const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const written = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i;
const numeric = /\b(\d{4})-(\d{2})-(\d{2})\b/;

/** The first date in a line ("30 November 2024" or "2024-11-30") as an ISO date; null where there is none, or no such day. */
export function readDocumentDate(text: string): string | null {
  const words = written.exec(text);
  const digits = numeric.exec(text);
  const [year, month, day] =
    words === null
      ? [Number(digits?.[1]), Number(digits?.[2]), Number(digits?.[3])]
      : [Number(words[3]), months.indexOf((words[2] ?? '').toLowerCase()) + 1, Number(words[1])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || !(day >= 1 && day <= days)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
