/**
 * The part of a web address that stands for a name: lower-case letters a-z, digits and single hyphens, at most 80
 * characters. With `taken`, the first of name, name-2, name-3 ... that is not taken. A name without one Latin letter
 * or digit becomes "unnamed".
 */
export function slugKey(name: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['‘’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'unnamed' : plain;
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
  return key;
}
