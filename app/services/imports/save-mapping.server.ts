import { and, eq, sql } from 'drizzle-orm';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { ReadSheet } from './spreadsheet-reading.ts';
import { lockImport } from './lock-import.server.ts';
import type { MappingInput } from './mapping-input.ts';
import { requireImporter } from './require-importer.server.ts';

/**
 * Keeps what whoever imports says of their spreadsheet. Where the sheet, the header or the kind of rows is another, the columns are guessed
 * anew. `revision` is the one that the form was filled in on: an older one is refused. A sheet, row or skill that is not there is refused at its
 * field. Throws 404 for an import that is not the viewer's, 403 where they may not import its kind.
 */
export async function saveMapping(context: Context, importId: string, revision: number, input: MappingInput): Promise<Outcome<{ importId: string }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const row = await lockImport(tx, context, importId);
    const kind = input.shape === 'people' ? ('people' as const) : ('assessments' as const);
    requireImporter(context, kind);
    if (row.state !== 'open' || row.sheets === null || row.mapping === null) return refused(null, 'This import is not open any more. Hand the file in again.');
    if (row.revision !== revision) return refused(null, 'What the columns and names mean was changed meanwhile. Nothing was saved: look at it as it is now.');
    const sheet = row.sheets[input.sheet];
    if (!sheet) return refused('sheet', 'Choose a sheet from the list');
    if (input.headerRow > sheet.rows.length) return refused('headerRow', `This sheet has ${sheet.rows.length} rows. Enter the number of the one that names the columns.`);
    const skills = [...(await readAssessableSkills(within(context, tx))).values()];
    if (input.columns.some((use) => typeof use === 'object' && 'skillId' in use && !skills.some(({ id }) => id === use.skillId))) return refused('columns', 'Choose what each column is from its list');
    const mapping = makeStorableJson(said(row.mapping, input, row.sheets, skills));
    await tx
      .update(spreadsheetImport)
      .set({ mapping, kind, refusal: null, revision: sql`${spreadsheetImport.revision} + 1` })
      .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId)));
    await recordAudit(tx, context, { action: 'import.map', subjectKind: 'import', subjectId: importId, detail: { kind } });
    return done({ importId });
  });
}

function said(before: ImportMapping, input: MappingInput, sheets: readonly ReadSheet[], skills: readonly { id: string; name: string }[]): ImportMapping {
  const { sheet, shape, dayOrder, source, assessedOn, acceptUndefined = false } = input;
  const isOtherSheet = sheet !== before.sheet;
  // Of another sheet the header is looked for again, unless its row is said as well.
  const headerRow = isOtherSheet && input.headerRow - 1 === before.headerRow ? undefined : input.headerRow - 1;
  if (isOtherSheet || shape !== before.shape || headerRow !== before.headerRow) {
    const guessed = guessMapping({ sheets, skills, said: { sheet, shape, ...(headerRow === undefined ? {} : { headerRow }) } });
    return { ...guessed, source, assessedOn, acceptUndefined, names: before.names, dayOrder: dayOrder === before.dayOrder ? guessed.dayOrder : dayOrder };
  }
  const width = sheets[sheet]?.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => input.columns[column] ?? before.columns[column] ?? 'ignored');
  const names = structuredClone(before.names);
  for (const { kind, key, meant } of input.names) {
    if (meant === undefined) delete names[kind]?.[key];
    else (names[kind] ??= {})[key] = meant;
  }
  return { ...before, columns, dayOrder, source, assessedOn, acceptUndefined, names, accepted: [...new Set(input.accepted)] };
}
