import { headerKey } from './header-key.ts';
import { guessColumns } from './guess-columns.ts';
import { guessDayOrder } from './guess-day-order.ts';
import type { ImportMapping } from './import-words.ts';
import type { NameCandidate } from './match-name.ts';

/** What is known before the guess: the sheets, the skills that may stand in headers, and what whoever imports has said. */
export interface MappingClues {
  sheets: readonly { rows: readonly (readonly string[])[]; isFrom1904?: boolean }[];
  skills: readonly NameCandidate[];
  /** Chosen by whoever imports; left out, the columns tell. */
  kind?: 'people' | 'assessments';
  /** What was said already of sheet, header and shape. */
  said?: Partial<Pick<ImportMapping, 'sheet' | 'headerRow' | 'shape'>>;
}

/** A header stands at the top, below a title or two. */
const rowsLookedAt = 20;
const shapes = ['people', 'long', 'wide'] as const;

interface Guess extends Pick<ImportMapping, 'sheet' | 'headerRow' | 'shape' | 'columns'> {
  known: number;
}

/**
 * What a spreadsheet most likely is: the sheet, row and shape of which most columns are recognised, its columns, and the order
 * of its dates. Of equals the first sheet, the upper row, and people before assessments. Never throws.
 */
export function guessMapping({ sheets, skills, kind, said = {} }: MappingClues): ImportMapping {
  const wanted = said.shape ? [said.shape] : shapes.filter((shape) => kind === undefined || (shape === 'people') === (kind === 'people'));
  const best = guesses(sheets, skills, wanted, said).reduce<Guess | null>((found, guess) => (found === null || guess.known > found.known ? guess : found), null);
  const { sheet, headerRow, shape, columns } = best ?? { sheet: said.sheet ?? 0, headerRow: said.headerRow ?? 0, shape: wanted[0] ?? 'people', columns: [] };
  const rows = sheets[sheet]?.rows ?? [];
  return { sheet, headerRow, shape, columns, dayOrder: guessDayOrder(rows.slice(headerRow + 1), columns), names: {}, source: 'manager', assessedOn: null, ...(sheets[sheet]?.isFrom1904 ? { isFrom1904: true } : {}) };
}

function guesses(sheets: MappingClues['sheets'], skills: readonly NameCandidate[], wanted: readonly ImportMapping['shape'][], said: NonNullable<MappingClues['said']>): Guess[] {
  return sheets.flatMap(({ rows }, sheet) => {
    if (said.sheet !== undefined && said.sheet !== sheet) return [];
    const top = said.headerRow === undefined ? Math.max(0, rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))) : said.headerRow;
    const candidates = said.headerRow === undefined ? rows.slice(top, top + rowsLookedAt) : rows.slice(top, top + 1);
    return candidates.flatMap((row, place) =>
      wanted.map((shape): Guess => {
        const columns = guessColumns(row, shape, skills);
        return { sheet, headerRow: top + place, shape, columns, known: worth(row, columns, shape) };
      }),
    );
  });
}

/** Columns that are recognised; a shape without what it cannot do without is worth little. */
function worth(row: readonly string[], columns: ImportMapping['columns'], shape: ImportMapping['shape']): number {
  const fields = new Set(columns.flatMap((use) => (use !== 'ignored' && 'field' in use ? [use.field as string] : [])));
  const skills = columns.filter((use) => use !== 'ignored' && 'skillId' in use).length;
  const isWhole = { people: fields.has('name'), long: fields.has('skill') && fields.has('level'), wide: skills > 0 && (fields.has('person') || fields.has('email')) }[shape];
  const known = fields.size + skills;
  // A row of words that are all the same header is a row of data.
  return isWhole && new Set(row.map(headerKey)).size > 1 ? known + 10 : known;
}
