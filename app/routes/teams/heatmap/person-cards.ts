import type { Picture } from '#app/domain/capability/picture/picture.ts';

export interface PersonCard {
  row: number;
  met: number;
  short: number;
  /** Expected and without an agreed level. */
  open: number;
  /** Columns in which the person is below what is expected, worst first. */
  shortfalls: { column: number; agreed: number; expected: number }[];
}

/** The people of a picture as cards, the largest shortfall in levels first, then as the picture has them. Nothing for cells that count. */
export function personCards({ rows, columns, cells }: Picture): PersonCard[] {
  if (cells.kind !== 'person') return [];
  const digit = (text: string, at: number) => text.charCodeAt(at) - 48;
  const cards = rows.map((_, row) => {
    const card: PersonCard = { row, met: 0, short: 0, open: 0, shortfalls: [] };
    columns.forEach((__, column) => {
      const at = row * columns.length + column;
      const [expected, agreed] = [digit(cells.expected, at), digit(cells.agreed, at)];
      if (expected < 0 || digit(cells.states, at) < 0) return;
      if (agreed < 0) card.open += 1;
      else if (agreed >= expected) card.met += 1;
      else {
        card.short += 1;
        card.shortfalls.push({ column, agreed, expected });
      }
    });
    card.shortfalls.sort((one, other) => other.expected - other.agreed - (one.expected - one.agreed) || one.column - other.column);
    return { card, levels: card.shortfalls.reduce((sum, { agreed, expected }) => sum + expected - agreed, 0) };
  });
  return cards.sort((one, other) => other.levels - one.levels || one.card.row - other.card.row).map(({ card }) => card);
}
