import { nameWords } from './name-words.ts';
import type { ReplacedWord } from './pairing.ts';
import type { PortraitPlace } from './part-portrait.ts';
import { plainWords } from './plain-words.ts';
import { replaceWords } from './replace-words.ts';

/** Lines of wording made ready for comparing, with replacements that run through the release made in them; null where there is none. */
export function portrayPlace(lines: readonly (string | null)[], ours: boolean, replaced: readonly ReplacedWord[]): PortraitPlace | null {
  const texts = lines
    .filter((line) => line !== null)
    .map((line) => replaceWords(plainWords(line), replaced).join(' '))
    .filter((line) => line !== '');
  return texts.length === 0 ? null : { lines: new Set(texts), words: new Set(texts.flatMap(nameWords)), ours };
}
