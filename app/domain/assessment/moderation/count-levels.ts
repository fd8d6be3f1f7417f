import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { ModerationCase } from './moderation-case.ts';

/** How one assessor's levels are spread. */
export interface LevelCounts {
  key: string;
  name: string;
  /** Cases at level 0, 1, 2 ... up to the highest step. */
  atLevel: number[];
  notObserved: number;
  exempt: number;
  /** All cases that the assessor answered, at a level or not. */
  cases: number;
}

/**
 * The distribution of the manager's levels by who gave them, in the order of their names: an assessor's place says nothing.
 * `highestLevel` is the last step of the scale; a level beyond it counts there. The counts of a row add up to its cases.
 */
export function countLevels(cases: readonly ModerationCase[], highestLevel: number): LevelCounts[] {
  const rows = new Map<string, LevelCounts>();
  for (const { manager } of cases) {
    if (manager === null) continue;
    const { assessorKey: key, assessorName: name, level, isExempt } = manager;
    const row = rows.get(key) ?? { key, name, atLevel: Array.from({ length: highestLevel + 1 }, () => 0), notObserved: 0, exempt: 0, cases: 0 };
    rows.set(key, row);
    row.cases += 1;
    if (level !== null) row.atLevel[Math.min(level, highestLevel)]! += 1;
    else if (isExempt) row.exempt += 1;
    else row.notObserved += 1;
  }
  return [...rows.values()].sort((one, other) => compareNames(one.name, other.name) || compareNames(one.key, other.key));
}
