import { cleanName } from './clean-name.ts';

/**
 * What makes two names the same name: letter case, typographic quotes and dashes, and spacing do not count.
 * For comparing only, never for showing.
 */
export function nameKey(name: string): string {
  return cleanName(name)
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/ ?- ?/g, '-');
}
