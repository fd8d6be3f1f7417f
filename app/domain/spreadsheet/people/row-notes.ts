import type { ImportMapping, ImportWarning, PeopleField, RowProblem, UnknownName } from '#app/domain/spreadsheet/import-words.ts';
import type { NameCandidate } from '#app/domain/spreadsheet/match-name.ts';
import type { PersonRow } from './people-words.ts';

/** What is said of the rows of one spreadsheet while they are judged. */
export interface RowNotes {
  /** Problems of the row that is being judged. */
  problems: RowProblem[];
  /** Whether whoever imports has left out what this row names. */
  isLeftOut: boolean;
  refuse(field: PeopleField | null, message: string, suggestions?: readonly NameCandidate[]): void;
  /** What was decided about a name that is not known: an id, or undefined where nothing was; leaving the row out is noted. */
  decided(kind: UnknownName['kind'], key: string): string | undefined;
  unknown(field: PeopleField, name: UnknownName, message: string): void;
  /** Refuses the row until the warning is accepted. */
  warn(field: PeopleField, key: string, message: string): void;
}

/** What was gathered over all rows. */
export interface Gathered {
  unknownNames: Map<string, UnknownName>;
  warnings: Map<string, ImportWarning>;
}

/** The notes of one row. What is unknown or doubtful in several rows is gathered once. */
export function rowNotes({ row, columns }: PersonRow, mapping: ImportMapping, gathered: Gathered): RowNotes {
  const notes: RowNotes = {
    problems: [],
    isLeftOut: false,
    refuse(field, message, suggestions = []) {
      notes.problems.push({ row, column: field === null ? null : (columns[field] ?? null), message: /[.?!]$/.test(message) ? message : `${message}.`, suggestions: [...suggestions] });
    },
    decided(kind, key) {
      const of = mapping.names[kind] ?? {};
      const decision = Object.hasOwn(of, key) ? of[key] : undefined;
      if (decision === null) notes.isLeftOut = true;
      return decision ?? undefined;
    },
    unknown(field, name, message) {
      gathered.unknownNames.set(`${name.kind} ${name.key}`, name);
      notes.refuse(field, message, name.suggestions);
    },
    warn(field, key, message) {
      if (!gathered.warnings.has(key)) gathered.warnings.set(key, { key, row, message });
      if (!(mapping.accepted ?? []).includes(key)) notes.refuse(field, `${message} Put it right in the file, or tick it under “What may be a slip”.`);
    },
  };
  return notes;
}
