import type { Fate, ImportMapping, RowFate } from '#app/domain/spreadsheet/import-words.ts';
import { turnedColumns } from '#app/domain/spreadsheet/turned-columns.ts';
import { findPerson, type FoundPerson } from './find-person.ts';
import { findRoleLevel } from './find-role-level.ts';
import { findTeam } from './find-team.ts';
import { indexPeople, type PeopleIndex } from './index-people.ts';
import { noteTurnedCells } from './note-turned-cells.ts';
import type { PeopleKnown, PeoplePlan, PersonDeed, PersonRow } from './people-words.ts';
import { planAddition } from './plan-addition.ts';
import { planChange } from './plan-change.ts';
import { readPersonFacts } from './read-person-facts.ts';
import { readPersonRows } from './read-person-rows.ts';
import { type Gathered, type RowNotes, rowNotes } from './row-notes.ts';

interface Judged {
  fate: RowFate;
  deed: PersonDeed | null;
}

/**
 * What becomes of every row of a people spreadsheet: somebody new, a change of what is recorded, nothing, left out by whoever
 * imports, or refused with the reasons. Brought in and planned again, the same rows say the same as is recorded. Never throws.
 */
export function planPeople(rows: readonly (readonly string[])[], mapping: ImportMapping, known: PeopleKnown): PeoplePlan {
  const gathered: Gathered = { unknownNames: new Map(), warnings: new Map() };
  const read = readPersonRows(rows, mapping);
  const index = indexPeople(known.people, read);
  const taken = new Map<string, number>();
  const turned = turnedColumns(rows, mapping);
  const judged = read.map((row) => {
    const notes = rowNotes(row, mapping, gathered);
    const cleaned = noteTurnedCells(row.row, rows[row.row - 1] ?? [], turned, mapping, notes);
    const { fate, deed } = judge(row, mapping, known, index, { notes, taken });
    return { fate: fate.fate === 'add' || fate.fate === 'change' ? { ...fate, changes: [...fate.changes, ...cleaned] } : fate, deed };
  });
  const counts: Record<Fate, number> = { add: 0, change: 0, same: 0, 'left-out': 0, refused: 0 };
  for (const { fate } of judged) counts[fate.fate] += 1;
  return {
    plan: {
      fates: judged.map(({ fate }) => fate),
      summary: { rows: judged.length, counts },
      unknownNames: [...gathered.unknownNames.values()],
      warnings: [...turned.map(({ warning }) => warning), ...gathered.warnings.values()],
    },
    deeds: judged.flatMap(({ deed }) => deed ?? []),
  };
}

interface Bearings {
  notes: RowNotes;
  /** Whom earlier rows are about. */
  taken: Map<string, number>;
}

function judge(row: PersonRow, mapping: ImportMapping, known: PeopleKnown, index: PeopleIndex, { notes, taken }: Bearings): Judged {
  const said = readPersonFacts(row, mapping, known, notes);
  const team = findTeam(row, known.teams, notes);
  const found = said.name === undefined || notes.isLeftOut ? null : findPerson(row, team?.id, index, notes);
  const person = found !== null && found !== 'new' ? found.person : null;
  if (person) {
    if (!person.mayWrite) return refusedAsForeign(row, found, notes);
    const other = taken.get(person.id);
    if (other !== undefined) notes.refuse('name', `${row.values.name} is the person of row ${other} too. Give both their e-mail addresses, or delete one of the rows.`);
    taken.set(person.id, row.row);
  }
  const roleLevelId = findRoleLevel(row, known.roleLevels, person?.open ?? null, notes);
  const place = { team, roleLevel: known.roleLevels.find(({ id }) => id === roleLevelId) };
  if (notes.isLeftOut) return { fate: fateOf(row, 'left-out', ['Left out, as you chose'], notes), deed: null };
  const by = found !== null && found !== 'new' ? [`Found by ${found.by}`] : [];
  const planned = found === 'new' ? planAddition(row, said, place, known, notes) : person && planChange(person, said, place, known, notes);
  if (!planned || notes.problems.length > 0) return { fate: fateOf(row, 'refused', [], notes), deed: null };
  const fate = found === 'new' ? 'add' : planned.deed === null ? 'same' : 'change';
  return { fate: fateOf(row, fate, [...planned.changes, ...by], notes), deed: planned.deed };
}

/** Somebody whom whoever imports may not change: as little is told of them as adding them by hand would tell. */
function refusedAsForeign(row: PersonRow, found: FoundPerson, notes: RowNotes): Judged {
  if (found !== null && found !== 'new' && found.by === 'e-mail address') notes.refuse('email', 'This address is recorded for somebody whom you may not change. Check it, or ask whoever manages the people of the organisation.');
  else notes.refuse('name', `You may not change ${row.values.name}. Ask whoever leads their team.`);
  return { fate: fateOf(row, 'refused', [], notes), deed: null };
}

function fateOf({ row, values }: PersonRow, fate: Fate, changes: string[], notes: RowNotes): RowFate {
  const subject = values.name || values.email || `Row ${row}`;
  return { row, subject, fate, changes, problems: fate === 'left-out' ? [] : notes.problems };
}
