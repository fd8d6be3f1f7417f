/**
 * A text as a cell of a CSV file that spreadsheets take for text. One that begins with an equals sign,
 * plus, minus, at sign, tab or line break is a formula to them, and could fetch or send something; an
 * apostrophe before it makes it text. The rule is OWASP's on CSV injection; the full-width signs of
 * East Asian keyboards count too, and so does a sign behind blanks.
 */
export function neutraliseFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
