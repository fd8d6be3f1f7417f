import type { ReplacedWord } from '#app/domain/framework/release/pairing/pairing.ts';
import { replaceWords } from '#app/domain/framework/release/pairing/replace-words.ts';
import { nameWords } from './name-words.ts';
import type { PortraitPlace } from './part-portrait.ts';
import { plainWords } from './plain-words.ts';

/** Lines of wording made ready for comparing, with replacements that run through the release made in them; null where there is none. */
export function portrayPlace(lines: readonly (string | null)[], ours: boolean, replaced: readonly ReplacedWord[]): PortraitPlace | null {
  const texts = lines.map((line) => (line === null ? [] : replaceWords(plainWords(line), replaced))).filter((words) => words.length > 0);
  const words = new Map(texts.flatMap((text) => nameWords(text)).map((word) => [word, 1]));
  return texts.length === 0 ? null : { lines: new Set(texts.map((text) => text.join(' '))), words, sum: words.size, ours };
}
