/** A longer address is refused, in characters. */
const longest = 2000;

/**
 * The address as it was typed, without blanks around it, where it is one that a page may lead to: beginning with https:// or
 * http://, at most 2,000 characters, without a name and password or signs that turn the direction of text, which would hide where
 * it goes. Null for anything else.
 */
export function webAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > longest || /[\s\p{Cc}\p{Bidi_Control}\\]/u.test(address) || !/^https?:\/\//i.test(address)) return null;
  try {
    const { protocol, username, password, hostname } = new URL(address);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && hostname !== '' && username === '' && password === '' ? address : null;
  } catch {
    return null;
  }
}
