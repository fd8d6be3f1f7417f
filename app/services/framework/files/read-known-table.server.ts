import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { readChangeNotesCsv } from '#app/domain/framework/reading/tables/read-change-notes-csv.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';

const readers = { 'roles-csv': readRolesCsv, 'skills-csv': readSkillsCsv, 'change-notes': readChangeNotesCsv };

/** What the records of an official download say, wherever they stand: a text file or a sheet. The first one is the header. */
export function readKnownTable(kind: keyof typeof readers, rows: readonly (readonly string[])[], place: string): ImportReading {
  return readers[kind](rows, place);
}
