/**
 * Whether a text holds a character that turns the direction of what follows it: an embedding, an override or an isolate
 * (Unicode Standard Annex 9, 2.1 to 2.3). A name with one shows its own letters, and those behind it, in an order that nobody
 * wrote. The marks that right-to-left writing needs between letters (U+200E, U+200F, U+061C) turn nothing else and may stand.
 */
export function turnsDirection(text: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** What to say to whoever sent such a text. */
export const directionWords = 'Remove the character that cannot be seen and turns the direction of writing: type the text anew in place of pasting it';
