import { cleanText } from './clean-text.ts';

/** A name on one line, without invisible characters, doubled spaces or spaces at either end. */
export function cleanName(raw: string): string {
  return cleanText(raw).replace(/\s+/g, ' ');
}
