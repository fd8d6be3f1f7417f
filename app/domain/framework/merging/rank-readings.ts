import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { FrameworkFacts, ImportDocumentKind, WordingSource } from '#app/domain/framework/framework-facts.ts';

/** One document, read, on its way into the framework. */
export interface MergeReading {
  file: string;
  kind: ImportDocumentKind;
  /** The name that an own framework gives itself. */
  frameworkName?: string;
  facts: FrameworkFacts;
}

/** How much a source's wording weighs; a higher number wins. */
export const wordingWeight: Readonly<Record<WordingSource | ImportDocumentKind, number>> = {
  'change-notes': 0,
  ours: 1,
  'role-page': 2,
  'roles-csv': 3,
  'skills-csv': 4,
  'job-description': 4,
  own: 5,
  'own-framework': 5,
};

/** The documents with the one that wins first: by kind, then the later date, then the alphabetically later file name. */
export function rankReadings(readings: readonly MergeReading[]): MergeReading[] {
  return [...readings].sort(
    (a, b) =>
      wordingWeight[b.kind] - wordingWeight[a.kind] ||
      compareNames(dateOf(b), dateOf(a)) ||
      compareNames(b.file, a.file) ||
      compareNames(JSON.stringify(b.facts), JSON.stringify(a.facts)),
  );
}

function dateOf(reading: MergeReading): string {
  const dates = reading.facts.skills.flatMap((skill) => skill.levels.map((level) => level.wordingDate ?? ''));
  return dates.sort().at(-1) ?? '';
}
