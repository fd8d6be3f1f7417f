import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { HistoryEntry } from './history-line.ts';

/** What one source said from a day on. */
export interface LevelStep {
  on: string;
  /** Null where the skill was not observed, or the person exempt. */
  level: number | null;
}

/**
 * What each source said of one skill, the oldest first, one step a day: of several on a day the one written last holds, as it
 * does in what is kept ready. `entries` stand newest first, of one day the later written first.
 */
export function levelSteps(entries: readonly Pick<HistoryEntry, 'source' | 'level' | 'assessedOn'>[]): Record<AssessmentSource, LevelStep[]> {
  const of = (source: AssessmentSource) => {
    const byDay = new Map<string, LevelStep>();
    for (const entry of entries) {
      if (entry.source !== source || byDay.has(entry.assessedOn)) continue;
      byDay.set(entry.assessedOn, { on: entry.assessedOn, level: entry.level });
    }
    return [...byDay.values()].reverse();
  };
  return { self: of('self'), manager: of('manager'), agreed: of('agreed') };
}
