import { tidyEmail } from '#app/domain/access/tidy-email.ts';

/** Letters of other scripts that look like these, in lower case: those of Cyrillic, Greek and Armenian that fonts draw alike. */
const looksLike: Record<string, string> = {
  а: 'a', в: 'b', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', с: 'c', ѕ: 's', т: 't', у: 'y', х: 'x', ԝ: 'w', ԁ: 'd', ӏ: 'l',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ϲ: 'c', ϳ: 'j',
  ո: 'n', ս: 'u', օ: 'o', ց: 'g', հ: 'h', ı: 'i', ɑ: 'a', ɡ: 'g', ł: 'l', ø: 'o', đ: 'd',
};

/**
 * An e-mail address for being held against others, never for sending to: `plain` in plain lower-case letters without accents
 * and without what stands behind a plus sign; `seen` as it is read at a glance, with "rn" as m, "vv" as w, 0 as o and 1 as l.
 */
export function plainEmail(address: string): { plain: string; seen: string } {
  const letters = tidyEmail(address).normalize('NFKD').replace(/\p{M}|\p{Cf}|\s/gu, '').toLowerCase();
  const plain = Array.from(letters, (letter) => looksLike[letter] ?? letter).join('').replace(/\+[^@]*(?=@)/, '');
  return { plain, seen: plain.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/1/g, 'l') };
}
