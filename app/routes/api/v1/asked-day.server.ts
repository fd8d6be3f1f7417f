import { problem } from '#app/platform/api/problem.server.ts';
import { asOfParameter } from '#app/platform/as-of-parameter.ts';

/** The day that `asOf` asks for; undefined without one. Throws a 400 problem where it is no day. */
export function askedDay({ url }: Request): string | undefined {
  const day = asOfParameter(url);
  const isEmpty = day === undefined && new URL(url).searchParams.has('asOf');
  if (day === null || isEmpty) throw problem(400, '"asOf" is not a date. Send a real one, such as 2026-04-01.');
  return day;
}
