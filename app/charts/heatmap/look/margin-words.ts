import type { Margin } from '#app/domain/capability/picture/margins-of.ts';

/** The bar of a row or a column in words: "14 met, 3 short, 2 not assessed". */
export function marginWords({ met, short, open }: Margin): string {
  return met + short + open === 0 ? 'nothing expected' : `${met} met, ${short} short, ${open} not assessed`;
}
