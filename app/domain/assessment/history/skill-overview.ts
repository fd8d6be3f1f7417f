import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { ExpectedSpan, HistoryEntry, HistoryLine } from './history-line.ts';

/** One skill of a history at a glance. */
export interface SkillOverview {
  skillId: string;
  /** What it is called now; where it is gone, what it was called last. */
  name: string;
  isGone: boolean;
  /** On the day looked at; null where nothing is expected. */
  expectedLevel: number | null;
  /** The newest agreed answer; null where there is none. */
  agreed: { level: number | null; on: string } | null;
  lines: number;
  newestOn: string;
}

/** Every skill of which a history tells something, by name, those that the framework no longer has last. `lines` and `entries` stand newest first. */
export function skillOverview(lines: readonly HistoryLine[], entries: readonly HistoryEntry[], expected: readonly ExpectedSpan[]): SkillOverview[] {
  const overview = new Map<string, SkillOverview>();
  for (const line of lines) {
    const known = overview.get(line.skillId);
    if (known) {
      known.lines += 1;
      continue;
    }
    const mine = entries.filter(({ skillId }) => skillId === line.skillId);
    const agreed = mine.find(({ source }) => source === 'agreed');
    overview.set(line.skillId, {
      skillId: line.skillId,
      name: mine[0] ? (mine[0].presentName ?? mine[0].skillName) : line.skillName,
      isGone: mine[0]?.isGone ?? false,
      expectedLevel: expected.find((span) => span.skillId === line.skillId && span.until === null)?.expectedLevel ?? null,
      agreed: agreed ? { level: agreed.level, on: agreed.assessedOn } : null,
      lines: 1,
      newestOn: line.on,
    });
  }
  return [...overview.values()].sort((one, other) => Number(one.isGone) - Number(other.isGone) || compareNames(one.name, other.name));
}
