import { type RetentionPeriods, retentionClasses, retentionClassNames } from './retention-class.ts';

/** What stands in a notice in the place of words that the service knows by itself. */
export interface NoticeFacts {
  organisationName: string;
  periods: RetentionPeriods;
  /** The texts of their own pages. */
  purpose: string;
  lawfulBasis: string;
}

/** The retention periods as entries of a list. */
const howLong = (periods: RetentionPeriods): string =>
  retentionClassNames.map((name) => `- ${retentionClasses[name].title}: ${periods[name]} days`).join('\n');

/**
 * A notice with {organisation}, {purpose}, {lawful basis} and {how long} replaced by what holds now, so
 * that a text and the settings cannot come to differ. What is filled in is not looked through again.
 */
export function fillNotice(body: string, { organisationName, periods, purpose, lawfulBasis }: NoticeFacts): string {
  const plain = (text: string) => text.replaceAll('{organisation}', organisationName);
  const words: Record<string, string> = {
    '{organisation}': organisationName,
    '{purpose}': plain(purpose),
    '{lawful basis}': plain(lawfulBasis),
    '{how long}': howLong(periods),
  };
  return body.replace(/\{(?:organisation|purpose|lawful basis|how long)\}/g, (word) => words[word] ?? word);
}
