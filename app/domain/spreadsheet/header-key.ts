import { nameKey } from '#app/domain/framework/name-key.ts';

/** What makes two headers the same: letter case, punctuation, what stands in brackets and a star for "required" do not count. */
export function headerKey(header: string): string {
  return nameKey(header)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
