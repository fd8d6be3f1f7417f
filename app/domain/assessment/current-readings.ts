import type { SourceReading } from '#app/domain/capability/cell.ts';
import type { AssessmentRecord, AssessmentSource } from './assessment-record.ts';

/** The newest reading of each source; null where that source has said nothing yet. */
export interface CurrentReadings extends Record<AssessmentSource, SourceReading | null> {
  /** True where the agreed reading is one to look at again, because the wording has changed its meaning since. */
  needsReview: boolean;
}

/**
 * What was known of each person and skill on a date: the history rolled forward to it.
 * For each source the newest record at or before the date holds; newest is the later assessment date, and on the
 * same date the one written later. A "not observed" is a reading like any other: it replaces an older level.
 * Keyed by person, then skill; who or what has no record by then is absent.
 */
export function currentReadings(
  history: readonly AssessmentRecord[],
  asOf: string,
): Map<string, Map<string, CurrentReadings>> {
  const newest = new Map<string, Map<string, Partial<Record<AssessmentSource, AssessmentRecord>>>>();
  for (const record of history) {
    if (record.assessedOn > asOf) continue;
    const skills =
      newest.get(record.personId) ?? new Map<string, Partial<Record<AssessmentSource, AssessmentRecord>>>();
    newest.set(record.personId, skills);
    const sources = skills.get(record.skillId) ?? {};
    skills.set(record.skillId, sources);
    const held = sources[record.source];
    if (!held || isNewer(record, held)) sources[record.source] = record;
  }
  const readings = new Map<string, Map<string, CurrentReadings>>();
  for (const [personId, skills] of newest) {
    const bySkill = new Map<string, CurrentReadings>();
    for (const [skillId, sources] of skills) {
      bySkill.set(skillId, {
        self: readingOf(sources.self),
        manager: readingOf(sources.manager),
        agreed: readingOf(sources.agreed),
        needsReview: sources.agreed?.review ?? false,
      });
    }
    readings.set(personId, bySkill);
  }
  return readings;
}

function isNewer(record: AssessmentRecord, held: AssessmentRecord): boolean {
  if (record.assessedOn !== held.assessedOn) return record.assessedOn > held.assessedOn;
  return record.sequence > held.sequence;
}

function readingOf(record: AssessmentRecord | undefined): SourceReading | null {
  if (!record) return null;
  const { level, assessedOn, exemptUntil } = record;
  return { level, assessedOn, ...(exemptUntil ? { exemptUntil } : {}) };
}
