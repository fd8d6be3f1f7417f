/**
 * Whether a part of an address can be the key of a role or skill at all: letters, digits and hyphens.
 * The database refuses to compare some other texts with one.
 */
export function isFrameworkKey(text: string): boolean {
  return /^[\w-]{1,120}$/.test(text);
}
