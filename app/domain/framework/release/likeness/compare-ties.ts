export interface TiesLikeness {
  /** 0-1, weighed Jaccard: what both hang on, at the same expected levels, of what either hangs on. */
  alike: number;
  /** 0-1, at whatever level: how much of what the one before hangs on the one after hangs on too, and the other way round. */
  covered: number;
  covering: number;
  /** Counts: what both hang on, those of them at the same levels, and what either hangs on. */
  both: number;
  sameLevels: number;
  either: number;
}

/** What a tie at another expected level is worth: the thing is the same, the bar may have moved. */
const otherLevel = 0.3;

/**
 * How alike two parts are by what they hang on: for a skill the role levels that expect it, for a role or role level
 * the skills it expects. Each tie weighs by its rarity; one at other levels counts 0.3. Null where neither hangs on anything.
 */
export function compareTies(
  before: ReadonlyMap<string, readonly number[]>,
  after: ReadonlyMap<string, readonly number[]>,
  weight: (tie: string) => number,
): TiesLikeness | null {
  const all = new Set([...before.keys(), ...after.keys()]);
  if (all.size === 0) return null;
  let [agreed, whole, kept, had, has, both, sameLevels] = [0, 0, 0, 0, 0, 0, 0];
  for (const tie of all) {
    const [left, right] = [before.get(tie), after.get(tie)];
    const worth = weight(tie);
    whole += worth;
    if (left !== undefined) had += worth;
    if (right !== undefined) has += worth;
    if (left === undefined || right === undefined) continue;
    both += 1;
    kept += worth;
    const agreement = agreementOf(left, right);
    if (agreement === 1) sameLevels += 1;
    agreed += worth * agreement;
  }
  return { alike: agreed / whole, covered: had === 0 ? 0 : kept / had, covering: has === 0 ? 0 : kept / has, both, sameLevels, either: all.size };
}

function agreementOf(left: readonly number[], right: readonly number[]): number {
  const rest = [...right];
  const same = left.filter((level) => {
    const at = rest.indexOf(level);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  }).length;
  const other = Math.min(left.length, right.length) - same;
  return (same + otherLevel * other) / Math.max(1, left.length, right.length);
}
