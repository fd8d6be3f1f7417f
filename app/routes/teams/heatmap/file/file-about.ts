import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { PictureWords } from '#app/domain/capability/picture/words/describe-picture.ts';

export interface FileAbout {
  title: string;
  /** Everything else that a file says about itself, in the order in which it says it. */
  lines: { label: string; text: string }[];
}

interface AboutFacts {
  words: PictureWords;
  teamName: string;
  organisationName: string;
  /** ISO date of the day on which the file is made. */
  madeOn: string;
  /** Whether the official framework is one of those shown, whose licence asks to be named. */
  isOfficial: boolean;
  disclosureControlled: boolean;
}

/** What stands on every file of a picture beside the picture itself: what it shows, of which day, who is left out, and whose words it holds. */
export function fileAbout(facts: AboutFacts): FileAbout {
  const { words, teamName, organisationName, madeOn } = facts;
  const lines: [string, string | null][] = [
    ['Organisation', organisationName],
    ['As at', words.days],
    ['Order', words.order],
    ['Filter', words.filter ?? 'none'],
    ['Hidden', words.hidden],
    ['Counted', words.counted],
    ['Not counted', words.leftOut ?? 'nobody is left out'],
    ['Withheld', facts.disclosureControlled ? 'small counts read [c], so that nobody can be recognised; [c] is not zero' : null],
    ['Framework', words.frameworkVersion],
    ['Source', `Capability Map, made on ${formatDate(madeOn)}`],
    ['Licence', facts.isOfficial ? licence : null],
  ];
  return { title: `${teamName}: ${words.title}`, lines: lines.flatMap(([label, text]) => (text === null ? [] : [{ label, text }])) };
}

const licence =
  'Names of roles, skills and levels, and what is expected, are of the Government Digital and Data Profession Capability Framework: Crown copyright, public sector information licensed under the Open Government Licence v3.0';
