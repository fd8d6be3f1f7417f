import { cleanText } from './clean-text.ts';

/** Visible ASCII with single spaces, which most names are: nothing to clean. */
const clean = /^[!-~]+(?: [!-~]+)*$/;

/** A name on one line, without invisible characters, doubled spaces or spaces at either end. */
export function cleanName(raw: string): string {
  return clean.test(raw) ? raw : cleanText(raw).replace(/\s+/g, ' ');
}
