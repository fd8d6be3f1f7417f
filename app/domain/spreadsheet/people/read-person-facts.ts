import { readDay } from '#app/domain/spreadsheet/read-day.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { PeopleKnown, PersonFacts, PersonRow } from './people-words.ts';
import type { RowNotes } from './row-notes.ts';

const mostInName = 200;
const mostInGrade = 20;

/**
 * What a row says of a person beside where they stand: only what it says, for an empty cell takes nothing away. What cannot be
 * kept is noted.
 */
export function readPersonFacts({ values }: PersonRow, { dayOrder, isFrom1904 }: Pick<ImportMapping, 'dayOrder' | 'isFrom1904'>, known: Pick<PeopleKnown, 'emailProblem'>, notes: RowNotes): Partial<PersonFacts> {
  const said: Partial<PersonFacts> = {};
  const { name = '', grade = '' } = values;
  const email = (values.email ?? '').toLowerCase();
  if (name === '') notes.refuse('name', 'There is no name here. Write one, or delete the row.');
  else if (name.length > mostInName) notes.refuse('name', `The name has ${name.length} characters; at most ${mostInName} are kept. Has another column slipped into this one?`);
  else said.name = name;
  const wrong = email === '' ? null : known.emailProblem(email);
  if (wrong !== null) notes.refuse('email', `“${email.slice(0, 80)}” is not an e-mail address that can be kept. ${wrong}`);
  else if (email !== '') said.email = email;
  if (grade.length > mostInGrade) notes.refuse('grade', `The grade has ${grade.length} characters; at most ${mostInGrade} are kept.`);
  else if (grade !== '') said.grade = grade;
  for (const [field, fact] of [['starts-on', 'startsOn'], ['leaves-on', 'leavesOn']] as const) {
    const text = values[field] ?? '';
    if (text === '') continue;
    const day = readDay(text, dayOrder, isFrom1904);
    if (day.ok) said[fact] = day.day;
    else notes.refuse(field, day.message);
  }
  return said;
}
