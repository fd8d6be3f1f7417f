import type { Broken } from './told-figure.ts';

/** The lines of a text. */
export function readBroken(text: string, told: Broken): string[] {
  const places: (number | string)[] = told || [];
  if (typeof places[0] === 'string') return places as string[];
  return [...places, text.length].map((end, line) => text.slice((places[line - 1] as number) ?? 0, end as number).trim());
}
