import { longFields, peopleFields, wideFields, type ColumnUse, type Fate } from '#app/domain/spreadsheet/import-words.ts';
import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import { matchName } from '#app/domain/spreadsheet/match-name.ts';
import { anotherPerson } from '#app/domain/spreadsheet/people/people-words.ts';
import type { ImportPreview } from '#app/services/imports/read-import.server.ts';
import { fateWords } from './fate-words.ts';

interface Option {
  value: string;
  label: string;
}

const fieldWords: Record<string, string> = {
  name: 'Name', email: 'E-mail address', team: 'Team', role: 'Role', 'role-level': 'Role level', grade: 'Grade', 'starts-on': 'Start date', 'leaves-on': 'Leaving date',
  person: 'Person', skill: 'Skill', source: 'Source', level: 'Level', date: 'Date', note: 'Note',
};
const kindWords: Record<ImportPreview['unknownNames'][number]['kind'], string> = { team: 'Team', role: 'Role', 'role-level': 'Role level', skill: 'Skill', person: 'Person' };
const fieldsOf = { people: peopleFields, long: longFields, wide: wideFields } as const;
/** A form of more than 2,000 parts is refused before it is read. */
const mostNames = 100;

/** What the page shows of an open import: fields with their choices, and rows with what becomes of them. */
export function presentPreview(preview: ImportPreview, fate: Fate | null) {
  const { mapping, summary, rowsOf, warnings, unknownNames } = preview;
  const accepted = new Set(mapping.accepted ?? []);
  const isWaiting = warnings.some(({ key }) => !accepted.has(key));
  const { counts } = summary;
  return {
    ...mapping,
    columns: columnsOf(preview),
    skills: mapping.shape === 'wide' ? preview.skills.map(({ id, name }) => ({ value: `skill:${id}`, label: name })) : [],
    fields: fieldsOf[mapping.shape].map((field) => ({ value: `field:${field}`, label: fieldWords[field] ?? field })),
    sheets: preview.sheetNames.map((name, at): Option => ({ value: String(at), label: name })),
    decided: decidedNames(preview),
    names: unknownNames.slice(0, mostNames).map(({ kind, key, name, suggestions }) => ({ kind, key, label: `${kindWords[kind]} “${name}”`, options: optionsOf(kind, mapping.shape, suggestions) })),
    moreNames: Math.max(0, unknownNames.length - mostNames),
    warnings: warnings.map((warning) => ({ ...warning, isAccepted: accepted.has(warning.key) })),
    lead: leadOf(summary.rows, rowsOf, isWaiting),
    canBringIn: counts.refused === 0 && !isWaiting && counts.add + counts.change > 0,
    toWrite: counts.add + counts.change,
    refused: counts.refused,
    fate,
    counts: (Object.keys(fateWords) as Fate[]).map((one) => ({ fate: one, label: fateWords[one], count: rowsOf[one] })),
    rows: summary.rows,
    fates: preview.fates.map((row) => ({ ...row, word: fateWords[row.fate] })),
    ofFate: preview.ofFate,
    page: preview.page,
    pages: preview.pages,
  };
}

export type PresentedPreview = ReturnType<typeof presentPreview>;

/** Columns with anything in their header or in the first rows. */
function columnsOf({ header, sample, mapping, skills }: ImportPreview) {
  return mapping.columns.flatMap((use, column) => {
    const title = header[column] ?? '';
    const examples = sample.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (title === '' && examples.length === 0) return [];
    const near = mapping.shape === 'wide' && use === 'ignored' ? matchName(title, skills) : { suggestions: [] };
    const nearest = 'id' in near ? skills.filter(({ id }) => id === near.id) : near.suggestions;
    return [{ column, letter: columnLetter(column), title: title || '(no name)', examples: examples.slice(0, 3).map((text) => text.slice(0, 60)), use: valueOf(use), nearest: nearest.map(({ id, name }) => ({ value: `skill:${id}`, label: name })) }];
  });
}

function valueOf(use: ColumnUse): string {
  if (use === 'ignored') return 'ignored';
  return 'field' in use ? `field:${use.field}` : `skill:${use.skillId}`;
}

function optionsOf(kind: string, shape: string, suggestions: readonly { id: string; name: string }[]): Option[] {
  return [
    { value: '', label: 'Not decided yet' },
    ...suggestions.map(({ id, name }) => ({ value: id, label: name })),
    ...(kind === 'person' && shape === 'people' ? [{ value: anotherPerson, label: 'Somebody else, to be added' }] : []),
    { value: 'leave-out', label: 'Leave these rows out' },
  ];
}

/** What was decided about names, so that it can be undone. */
function decidedNames({ mapping, unknownNames }: ImportPreview) {
  const open = new Set(unknownNames.map(({ kind, key }) => `${kind} ${key}`));
  return (Object.keys(kindWords) as (keyof typeof kindWords)[])
    .flatMap((kind) => Object.entries(mapping.names[kind] ?? {}).map(([key, meant]) => ({ kind, key, meant: meant ?? 'leave-out', label: `${kindWords[kind]} “${key}”` })))
    .filter(({ kind, key }) => !open.has(`${kind} ${key}`))
    .slice(0, mostNames);
}

function leadOf(rows: number, counts: Record<Fate, number>, isWaiting: boolean): string {
  if (rows === 0) return 'No row is found below the row that names the columns. Say below where it is.';
  if (counts.refused > 0 && rows === 1) return 'Its one row cannot be brought in as it is. Say below what it means, or put it right in the file.';
  if (counts.refused > 0) return `${counts.refused} of ${rows} rows cannot be brought in as they are, so none can. Say below what they mean, or put them right in the file.`;
  if (isWaiting) return 'Something may be a slip. Look at it below and accept it, or put it right in the file.';
  return counts.add + counts.change > 0 ? (rows === 1 ? 'Its one row can be brought in.' : `All ${rows} rows can be brought in.`) : 'Everything in it is recorded already: there is nothing to bring in.';
}
