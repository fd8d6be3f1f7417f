/** What is left as it is: no character that XML refuses, none that breaks the line or turns its direction. */
const clean = /^[\t\n -~\u00A0-\u2027\u202F-\u2065\u206A-\uD7FF\uE000-\uFFFD]*$/;

/**
 * A text without what must not stand in a picture. What XML does not know (control characters, halves of a character) becomes U+FFFD, line
 * separators a space; characters that turn the direction of what follows are left out, so that a name cannot rewrite the sentence that it
 * stands in.
 */
export function cleanText(text: string): string {
  if (clean.test(text)) return text;
  let left = '';
  for (const character of text) {
    if (character.length === 2 || clean.test(character)) left += character;
    else if (/[\r\u2028\u2029]/.test(character)) left += ' ';
    else if (!/[\u202A-\u202E\u2066-\u2069]/.test(character)) left += '\uFFFD';
  }
  return left;
}
