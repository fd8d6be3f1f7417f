import { z } from 'zod';
import { longFields, peopleFields, wideFields } from '#app/domain/spreadsheet/import-words.ts';
import { plainText, realDay } from '#app/platform/form/typed-values.ts';

const kinds = ['team', 'role', 'role-level', 'skill', 'person'] as const;
const fields = [...new Set([...peopleFields, ...longFields, ...wideFields])] as const;
const columnUse = z.union([z.literal('ignored'), z.object({ field: z.enum(fields) }), z.object({ skillId: z.uuid() })], 'Choose what each column is from its list');

/** What whoever imports says of a spreadsheet: of its columns, its dates, and the names that are not known. */
export const mappingInput = z.object({
  sheet: z.coerce.number('Choose a sheet').int().min(0).max(100),
  headerRow: z.coerce.number('Enter the number of the row that names the columns').int('Enter a whole number').min(1, 'Rows count from 1').max(200_000, 'Enter the number of a row of the file'),
  shape: z.enum(['people', 'long', 'wide'], 'Choose what stands in the file'),
  dayOrder: z.enum(['day-first', 'month-first'], 'Choose how dates are written'),
  columns: z.array(columnUse).max(500),
  source: z.enum(['self', 'manager', 'agreed'], 'Choose whose levels they are'),
  assessedOn: z.union([z.literal('').transform(() => null), realDay('Enter a real date, such as 2026-03-31')]),
  /** Decisions about names; null leaves their rows out, and what is not here stays as it was decided. */
  names: z.array(z.object({ kind: z.enum(kinds), key: plainText().max(500), meant: z.union([z.null(), plainText().max(100)]).optional() })).max(1_000),
  accepted: z.array(plainText().max(600)).max(5_000),
  /** Levels that the framework does not define are meant all the same. */
  acceptUndefined: z.boolean().optional(),
});

export type MappingInput = z.output<typeof mappingInput>;
