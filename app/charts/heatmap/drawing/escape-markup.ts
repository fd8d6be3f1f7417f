import { cleanText } from './clean-text.ts';
import { quoteMarkup } from './quote-markup.ts';

/** Texts that need nothing. */
const plain = /^[ !#-%(-;=?-~\u00A0-\u2027\u202F-\u2065\u206A-\uD7FF\uE000-\uFFFD]*$/;

/** Any text as it is written into SVG and HTML: cleaned, and with every character of markup quoted. */
export function escapeMarkup(text: string): string {
  return plain.test(text) ? text : quoteMarkup(cleanText(text));
}
