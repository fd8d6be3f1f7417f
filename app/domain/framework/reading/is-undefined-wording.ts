import { cleanName } from '#app/domain/framework/clean-name.ts';

/** The only words that a sentence about a missing definition is made of. Any other word makes it a statement. */
const plainWords = new Set(
  `this the that a skill level levels awareness working practitioner expert is are was has have had been be being
  currently presently at present yet still so far not no none un undefined defined definition definitions description
  descriptions described available exists exist does do there for of in use used applicable tbc tbd to it by
  framework moment time confirmed n isn't hasn't doesn't nor n/a`.split(/\s+/),
);
const denial = /\b(?:not|no|none|isn't|hasn't|doesn't)\b.*\b(?:defined|definitions?|descriptions?|described|available|exists?|use|used|applicable)\b/;

/**
 * Whether a cell or paragraph says, instead of describing a skill level, that the framework does not define it
 * ("not defined" in one of many phrasings, "undefined", "n/a", "to be confirmed", "not in use").
 * A statement that merely mentions something undefined is not one: every word must be one of a short list.
 */
export function isUndefinedWording(text: string): boolean {
  const plain = cleanName(text)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/^you can ?:? /, '')
    .replace(/^[-•*] /, '');
  const words = plain.split(/[^a-z/']+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 16 || !words.every((word) => plainWords.has(word))) return false;
  return denial.test(plain) || words.some((word) => ['undefined', 'n/a', 'tbc', 'tbd'].includes(word)) || plain.includes('to be ');
}
