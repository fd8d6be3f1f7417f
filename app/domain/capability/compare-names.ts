const collator = new Intl.Collator('en-GB', { numeric: true });

/**
 * The order of two names as a reader of English expects it, accents and case aside.
 * Names that look alike to the collation are told apart by their characters, so that only equal names compare as 0.
 */
export function compareNames(one: string, other: string): number {
  // Sorting compares mostly equal team and skill names, and collation is slow.
  if (one === other) return 0;
  const byLanguage = collator.compare(one, other);
  if (byLanguage !== 0) return byLanguage;
  return one < other ? -1 : 1;
}
