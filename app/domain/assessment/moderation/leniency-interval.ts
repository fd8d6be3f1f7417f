import { differenceSpan } from './count-differences.ts';

/** How far an assessor's levels lie from the agreed ones on average, and between what bounds that is known. */
export interface LeniencyInterval {
  /** Levels; above 0: higher than agreed. */
  mean: number;
  /** The 95 % interval, which holds the mean; never beyond the longest difference there can be. */
  low: number;
  high: number;
}

/** With fewer cases an average says more about the cases than about the assessor. */
export const fewestForMean = 5;

/**
 * The mean of (manager's level - agreed level) over an assessor's cases with its 95 % interval; null with fewer than five.
 * `counts` are of the differences -4 ... +4, as countDifferences gives them.
 *
 * The interval is Student's: mean ± t(0.975, n - 1) * s / sqrt(n), s the standard deviation with n - 1. Cases that are all
 * alike would make it a point and claim a certainty that so few do not give: it is at least 3 / n to either side, by the rule
 * of three (Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249 (1983) 1743-1745): where none
 * of n cases differ, up to 3 in n of further ones may, at 95 %, here each by one level. Levels are an order and no
 * measure, so the mean has no meaning of its own: it stands beside the dots and is never a headline.
 */
export function leniencyInterval(counts: readonly number[]): LeniencyInterval | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < fewestForMean) return null;
  const valued = counts.map((count, index) => ({ count, difference: index - differenceSpan }));
  const mean = valued.reduce((sum, { count, difference }) => sum + count * difference, 0) / n;
  const squares = valued.reduce((sum, { count, difference }) => sum + count * (difference - mean) ** 2, 0);
  const half = Math.max((studentQuantile(n - 1) * Math.sqrt(squares / (n - 1))) / Math.sqrt(n), 3 / n);
  return { mean, low: Math.max(-differenceSpan, mean - half), high: Math.min(differenceSpan, mean + half) };
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959964;

/**
 * The 97.5 % point of Student's t with `freedom` degrees of freedom, 4 or more: the expansion in powers of 1 / freedom of
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5, to four terms. Right to 0.001 from 4 on.
 */
function studentQuantile(freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}
