/**
 * Whether a text can be an e-mail address: something, an at sign, something; at most 254 characters,
 * no blanks. Whether mail arrives there is another matter, and no pattern knows it.
 */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text);
}
