import { nameKey } from '#app/domain/framework/name-key.ts';

/**
 * What makes two spellings one name when two states of a framework are held side by side: the name key without
 * punctuation, "&" read as "and". Plus and number signs count, because "C", "C++" and "C#" are three languages.
 * A name of nothing but signs keeps its name key.
 */
export function plainKey(name: string): string {
  const key = nameKey(name);
  const plain = key
    .replace(/&/g, ' and ')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return plain === '' ? key : plain;
}
