import { kindAt } from '#app/charts/heatmap/told/kind-at.ts';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';

export interface PersonCard {
  row: number;
  met: number;
  short: number;
  /** Expected and without an agreed level. */
  open: number;
  /** Columns in which the person is below what is expected, worst first; the others are counted, and stand in the table. */
  shortfalls: [column: number, agreed: number, expected: number][];
}

/** How many shortfalls a card names. */
const mostNamed = 5;

/** The people of a picture as cards, the largest shortfall in levels first, then as the picture has them. Nothing where no gap of people is told. */
export function personCards({ rows, columns, kinds, parts, metrics }: ToldFigure): PersonCard[] {
  const part = parts[metrics.gap?.levels ?? -1];
  if (!part) return [];
  const [which, levels] = part;
  const cards = rows.map((_, row) => {
    const card: PersonCard = { row, met: 0, short: 0, open: 0, shortfalls: [] };
    columns.forEach((__, column) => {
      const [agreed, expected] = Array.from(levels[kindAt(kinds[which]!, row * columns.length + column)]!, Number) as [number, number];
      // "-" is no number, and nothing stands of somebody who was not there.
      if (!(expected >= 0)) return;
      if (!(agreed >= 0)) card.open += 1;
      else if (agreed >= expected) card.met += 1;
      else {
        card.short += 1;
        card.shortfalls.push([column, agreed, expected]);
      }
    });
    card.shortfalls.sort(([column, agreed, expected], [other, otherAgreed, otherExpected]) => otherExpected - otherAgreed - (expected - agreed) || column - other);
    const levelsShort = card.shortfalls.reduce((sum, [, agreed, expected]) => sum + expected - agreed, 0);
    return { card: { ...card, shortfalls: card.shortfalls.slice(0, mostNamed) }, levelsShort };
  });
  return cards.sort((one, other) => other.levelsShort - one.levelsShort || one.card.row - other.card.row).map(({ card }) => card);
}
