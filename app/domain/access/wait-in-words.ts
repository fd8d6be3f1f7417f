const minute = 60;
const hour = 60 * minute;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * When to try again, as the end of a sentence without its full stop: "Try again in 4 minutes". Never
 * promises too early: whole minutes rounded up, and whole hours rounded up beyond 90 minutes.
 * Takes seconds; anything below a minute reads as one minute.
 */
export function waitInWords(seconds: number): string {
  const minutes = Math.max(Math.ceil(seconds / minute), 1);
  return `Try again in ${minutes <= 90 ? counted(minutes, 'minute') : counted(Math.ceil(seconds / hour), 'hour')}`;
}
