/** Texts that need nothing: no character with a meaning in markup, none that XML refuses, none that breaks the line or turns its direction. */
const plain = /^[ !#-%(-;=?-~\u00A0-\u2027\u202F-\u2065\u206A-\uD7FF\uE000-\uFFFD]*$/;

const written: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\t': '\t', '\n': '\n', '\r': ' ', '\u2028': ' ', '\u2029': ' ',
};

/**
 * A text as it is written into SVG and HTML, between tags or inside a quoted attribute: the one place where text becomes markup.
 * What XML does not know (control characters, halves of a character) becomes U+FFFD, line separators a space; characters that turn the
 * direction of what follows are left out, so that a name cannot rewrite the sentence that it stands in.
 */
export function escapeMarkup(text: string): string {
  if (plain.test(text)) return text;
  let markup = '';
  for (const character of text) {
    if (character.length === 2 || plain.test(character)) markup += character;
    else if (!/[\u202A-\u202E\u2066-\u2069]/.test(character)) markup += written[character] ?? '\uFFFD';
  }
  return markup;
}
