import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { AddDeed, KnownRoleLevel, KnownTeam, PeopleKnown, PersonFacts, PersonRow } from './people-words.ts';
import type { RowNotes } from './row-notes.ts';

/** Where a row puts somebody; undefined where it does not say, or what it says is not known. */
export interface NamedPlace {
  team: KnownTeam | undefined;
  roleLevel: KnownRoleLevel | undefined;
}

/** What is written for somebody new, and how it is told; null where something is missing or not allowed, which is noted. */
export function planAddition(row: PersonRow, said: Partial<PersonFacts>, { team, roleLevel }: NamedPlace, known: PeopleKnown, notes: RowNotes): { deed: AddDeed; changes: string[] } | null {
  const { values } = row;
  if (!team && !values.team) notes.refuse('team', 'There is no team here. Somebody new needs one.');
  if (!roleLevel && !values['role-level'] && !values.role) notes.refuse('role-level', 'There is no role level here. Somebody new needs one.');
  if (team && roleLevel && !known.mayPlace({ teamId: team.id, roleId: roleLevel.roleId })) notes.refuse('team', `You may not put people into ${team.path}.`);
  const startsOn = said.startsOn ?? known.today;
  const leavesOn = said.leavesOn ?? null;
  if (leavesOn !== null && leavesOn < startsOn) notes.refuse('leaves-on', `The leaving date, ${formatDate(leavesOn)}, is before the start, ${formatDate(startsOn)}${said.startsOn ? '' : ' (today, because no start date is given)'}.`);
  if (notes.problems.length > 0 || !team || !roleLevel || said.name === undefined) return null;
  const { name, email = null, grade = null } = said;
  const changes = [
    `Joins ${team.path} as ${roleLevel.name} on ${formatDate(startsOn)}${said.startsOn ? '' : ', for no start date is given'}`,
    ...(email === null ? [] : [`E-mail address: ${email}`]),
    ...(grade === null ? [] : [`Grade: ${grade}`]),
    ...(leavesOn === null ? [] : [`Leaving date: ${formatDate(leavesOn)}`]),
  ];
  return { deed: { kind: 'add', name, email, grade, startsOn, leavesOn, teamId: team.id, roleLevelId: roleLevel.id }, changes };
}
