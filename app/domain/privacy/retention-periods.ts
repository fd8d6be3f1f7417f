import { type RetentionPeriods, retentionClasses, retentionClassNames } from './retention-class.ts';

/**
 * The days for which each class is kept: as the organisation decided, else as standard. What is stored
 * for a class that is not known, or outside its limits, counts for the nearest limit or not at all, so
 * that a row by another hand can neither erase at once nor keep for ever.
 */
export function retentionPeriods(decided: readonly { recordClass: string; keepDays: number }[]): RetentionPeriods {
  const days = (name: (typeof retentionClassNames)[number]) => {
    const { standardDays, minimumDays, maximumDays } = retentionClasses[name];
    const wanted = decided.find(({ recordClass }) => recordClass === name)?.keepDays ?? standardDays;
    return Math.min(Math.max(wanted, minimumDays), maximumDays);
  };
  return Object.fromEntries(retentionClassNames.map((name) => [name, days(name)])) as RetentionPeriods;
}
