import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import type { ImportMapping, LongField } from '#app/domain/spreadsheet/import-words.ts';
import { readDay } from '#app/domain/spreadsheet/read-day.ts';
import { readSource } from '#app/domain/spreadsheet/read-source.ts';
import type { ImportedAnswer } from './assessment-facts.ts';
import type { AssessmentColumns } from './judge-columns.ts';

/** As for a note on a page. */
const longestNote = 4_000;

/**
 * What a row says of all its levels: the source, the day and the note; where its cells are blank, the source and the day of the
 * mapping. Null where one of them cannot be read; each problem is told to `refuse`, with the place of its cell.
 */
export function readRowFacts(
  mapping: ImportMapping,
  { fields }: Pick<AssessmentColumns, 'fields'>,
  row: readonly string[],
  refuse: (place: number | null, message: string) => void,
): Pick<ImportedAnswer, 'source' | 'assessedOn' | 'note'> | null {
  const cell = (field: LongField) => (fields[field] === undefined ? '' : (row[fields[field]] ?? '').trim());
  const source = cell('source') === '' ? mapping.source : readSource(cell('source'));
  if (source === null) refuse(fields.source ?? null, `“${cleanName(cell('source')).slice(0, 60)}” does not say who judged. Write self, manager or agreed.`);
  const isBlank = cell('date') === '';
  // What the mapping says is an ISO day, which no order of dates turns round.
  const day = isBlank && mapping.assessedOn === null ? { ok: false as const, message: 'Nothing says which day these levels are for. Give the day here, or one for the whole file.' } : readDay(isBlank ? mapping.assessedOn! : cell('date'), mapping.dayOrder, mapping.isFrom1904);
  if (!day.ok) refuse(fields.date ?? null, day.message);
  const note = cleanText(cell('note'));
  if (note.length > longestNote) refuse(fields.note ?? null, `This note has ${note.length} characters; at most 4,000 are kept. Shorten it.`);
  return source === null || !day.ok || note.length > longestNote ? null : { source, assessedOn: day.day, note: note === '' ? null : note };
}
