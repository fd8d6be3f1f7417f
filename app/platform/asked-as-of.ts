import { asOfParameter } from './as-of-parameter.ts';
import { todayOf } from './today.ts';

/** The day that a page answers for. ISO days. */
export interface AskedDay {
  /** The day asked for; today where none was, or none that can be answered. */
  asOf: string;
  today: string;
  /** What is wrong with what was asked, and what is shown instead; null where nothing is. */
  problem: string | null;
}

/** The day that the address of a page asks for by `?asOf=`: up to today, for nothing is known of a day to come. */
export function askedAsOf(request: Pick<Request, 'url'>, context: { now: Date }): AskedDay {
  const today = todayOf(context);
  const asked = asOfParameter(request.url);
  if (asked === undefined) return { asOf: today, today, problem: null };
  if (asked === null) return { asOf: today, today, problem: 'Enter a real date, such as 2026-11-02. This page shows today' };
  if (asked > today) return { asOf: today, today, problem: 'Enter a date that is not in the future. This page shows today' };
  return { asOf: asked, today, problem: null };
}
