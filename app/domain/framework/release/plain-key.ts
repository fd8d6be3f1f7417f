import { nameKey } from '#app/domain/framework/name-key.ts';

/**
 * What makes two spellings one name when two states of a framework are held side by side: the name key without
 * punctuation, "&" read as "and". Plus and number signs count, because "C", "C++" and "C#" are three languages.
 */
export function plainKey(name: string): string {
  return nameKey(name)
    .replace(/&/g, ' and ')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
