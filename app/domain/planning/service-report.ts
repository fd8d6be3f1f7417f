import { type CoverageRow, coverageRows } from '#app/domain/capability/coverage-rows.ts';
import { findBlindSpots } from '#app/domain/capability/find-blind-spots.ts';
import { findFlags } from '#app/domain/capability/find-flags.ts';
import type { FlagFacts } from '#app/domain/capability/flag-facts.ts';
import type { Flag } from '#app/domain/capability/flag.ts';
import { isPresent } from '#app/domain/capability/is-present.ts';
import { matrixTotals, type MatrixTotals } from '#app/domain/capability/matrix-totals.ts';
import { sortFlags } from '#app/domain/capability/sort-flags.ts';
import { worstFlags } from '#app/domain/capability/worst-flags.ts';
import { type SkillShortfall, skillShortfalls } from './skill-shortfalls.ts';

/** The numbers of the one-page workforce planning report of a service. */
export interface ServiceReport {
  asOf: string;
  /** At most three, worst first, no coverage rule twice. */
  worstFlags: Flag[];
  /** How many flags there are in all. */
  flagCount: number;
  coverage: CoverageRow[];
  shortfalls: SkillShortfall[];
  completeness: MatrixTotals;
  blindSpots: Flag[];
}

/**
 * What the report of a service says on a date: its three worst risks, every coverage rule answered, the skills in which
 * people fall short, how complete the picture is, and the blind spots. Each number comes from the function that the
 * screens use, so that paper and screen cannot differ. Only people present on the date count.
 */
export function serviceReport(facts: FlagFacts): ServiceReport {
  const present = facts.subjects.filter(({ leavesOn }) => isPresent(leavesOn, facts.asOf));
  const flags = findFlags(facts);
  return {
    asOf: facts.asOf,
    worstFlags: worstFlags(flags, 3),
    flagCount: flags.length,
    coverage: coverageRows(facts),
    shortfalls: skillShortfalls(present, facts.skills),
    completeness: matrixTotals(present),
    blindSpots: sortFlags(findBlindSpots(facts)),
  };
}
