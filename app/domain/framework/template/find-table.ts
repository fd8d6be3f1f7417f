import { changeNotesCsvColumns, rolesCsvColumns, skillsCsvColumns, type TableColumn } from '#app/domain/framework/reading/tables/csv-columns.ts';
import { matchHeader } from '#app/domain/framework/reading/tables/match-header.ts';
import { templateColumns, templateTableNames, type TemplateTableName } from './template-columns.ts';

/** A table that is read: one of the official downloads, or one of the four of an own framework. */
export type KnownTable = { kind: 'roles-csv' | 'skills-csv' | 'change-notes' } | { kind: 'own-framework'; table: TemplateTableName };

/** The table that a header comes nearest to. */
export interface TableMatch {
  of: KnownTable;
  /** What it is called in a sentence. */
  name: string;
  /** Columns of it that the header has. */
  found: number;
  /** Columns that it must have, and of those the header lacks; none: it is that table. */
  required: number;
  missing: string[];
}

const candidates: readonly { of: KnownTable; name: string; columns: readonly TableColumn<string>[] }[] = [
  { of: { kind: 'roles-csv' }, name: 'the role content download', columns: rolesCsvColumns },
  { of: { kind: 'skills-csv' }, name: 'the skill download', columns: skillsCsvColumns },
  { of: { kind: 'change-notes' }, name: 'the change notes download', columns: changeNotesCsvColumns },
  ...templateTableNames.map((table) => ({ of: { kind: 'own-framework', table } as const, name: `the table of ${table} of a framework of your own`, columns: templateColumns[table] })),
];

/** Which known table a header is of, or comes nearest to; null where it has not two columns of any. */
export function findTable(header: readonly string[]): TableMatch | null {
  const matches = candidates.map(({ of, name, columns }): TableMatch => {
    const { positions, missing } = matchHeader(header, columns);
    return { of, name, found: positions.size, required: columns.filter((column) => column.required).length, missing };
  });
  const share = ({ required, missing }: TableMatch) => (required - missing.length) / required;
  const [best] = matches.sort((one, other) => share(other) - share(one) || other.found - one.found);
  return best === undefined || best.found < 2 ? null : best;
}
