import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { LevelHistory } from './level-history.ts';

/** One day on which something was said, or what was expected changed. */
export interface LevelHistoryRow {
  on: string;
  /** What the source said on that day; undefined where it said nothing, null where the skill was not observed. */
  self: number | null | undefined;
  manager: number | null | undefined;
  agreed: number | null | undefined;
  /** What was expected on that day; null for nothing. */
  expectedLevel: number | null;
}

/** The picture as the rows of a table, the newest day first: everything that it shows, and nothing else. */
export function levelHistoryRows({ said, expected, until }: LevelHistory): LevelHistoryRow[] {
  const spoken = assessmentSources.flatMap((source) => said[source].map(({ on }) => on));
  if (spoken.length === 0) return [];
  const first = spoken.reduce((one, other) => (one < other ? one : other));
  const changes = expected.flatMap(({ from, until: end }) => [from, ...(end === null ? [] : [end])]).filter((day) => day > first && day <= until);
  const days = [...new Set([...spoken, ...changes])].sort().reverse();
  return days.map((on) => {
    const saidOn = (source: (typeof assessmentSources)[number]) => said[source].find((step) => step.on === on)?.level;
    const span = expected.find(({ from, until: end }) => from <= on && (end === null || on < end));
    return { on, self: saidOn('self'), manager: saidOn('manager'), agreed: saidOn('agreed'), expectedLevel: span?.expectedLevel ?? null };
  });
}
