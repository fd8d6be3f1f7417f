import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { ChangeDeed, KnownPerson, Move, PeopleKnown, PersonFacts } from './people-words.ts';
import type { NamedPlace } from './plan-addition.ts';
import type { RowNotes } from './row-notes.ts';

const factWords: Record<keyof PersonFacts, string> = { name: 'Name', email: 'E-mail address', grade: 'Grade', startsOn: 'Start date', leavesOn: 'Leaving date' };

/**
 * What is written for somebody who is recorded, and how it is told: nothing where the row says what is recorded. A move is from
 * today on, or from the day on which they begin. Null where something is not allowed, which is noted.
 */
export function planChange(person: KnownPerson, said: Partial<PersonFacts>, place: NamedPlace, known: PeopleKnown, notes: RowNotes): { deed: ChangeDeed | null; changes: string[] } | null {
  const { name, email, grade, startsOn, leavesOn } = person;
  const before: PersonFacts = { name, email, grade, startsOn, leavesOn };
  const facts: PersonFacts = { ...before, ...said };
  const fields = (Object.keys(factWords) as (keyof PersonFacts)[]).filter((field) => facts[field] !== before[field]);
  if (facts.leavesOn !== null && facts.leavesOn < facts.startsOn) notes.refuse(said.leavesOn ? 'leaves-on' : 'starts-on', `The leaving date, ${formatDate(facts.leavesOn)}, is before the start, ${formatDate(facts.startsOn)}.`);
  if (person.first?.endsOn && facts.startsOn > person.first.endsOn) notes.refuse('starts-on', `The start date must be on or before ${formatDate(person.first.endsOn)}, the day of the first move.`);
  const move = planMove(person, facts.startsOn, place, known, notes);
  if (notes.problems.length > 0) return null;
  if (fields.length === 0 && move === null) return { deed: null, changes: [] };
  const firstPlacementId = fields.includes('startsOn') ? (person.first?.placementId ?? null) : null;
  const deed: ChangeDeed = { kind: 'change', personId: person.id, facts, fields, firstPlacementId, move, teamId: person.open?.teamId ?? null };
  const told = fields.map((field) => `${factWords[field]}: ${shown(field, facts)} (was ${shown(field, before)})`);
  return { deed, changes: move === null ? told : [...told, describeMove(move, known)] };
}

function planMove({ id, open }: KnownPerson, startsOn: string, { team, roleLevel }: NamedPlace, known: PeopleKnown, notes: RowNotes): Move | null {
  const teamId = team?.id ?? open?.teamId;
  const roleLevelId = roleLevel?.id ?? open?.roleLevelId;
  if (teamId === undefined || roleLevelId === undefined) {
    if (team || roleLevel) notes.refuse(team ? 'role-level' : 'team', 'This person stands in no team now: say both the team and the role level.');
    return null;
  }
  if (open && open.teamId === teamId && open.roleLevelId === roleLevelId) return null;
  const roleId = roleLevel?.roleId ?? open?.roleId ?? '';
  if (!known.mayPlace({ teamId, roleId, personId: id })) {
    notes.refuse('team', `You may not put people into ${team?.path ?? 'the team'}.`);
    return null;
  }
  const begun = open && open.startsOn > startsOn ? open.startsOn : startsOn;
  const movesOn = begun > known.today ? begun : known.today;
  return { fromPlacementId: open?.placementId ?? null, fromTeamId: open?.teamId ?? null, fromRoleLevelId: open?.roleLevelId ?? null, teamId, roleLevelId, movesOn };
}

function describeMove({ fromTeamId, fromRoleLevelId, teamId, roleLevelId, movesOn }: Move, { teams, roleLevels }: PeopleKnown): string {
  const team = (wanted: string | null) => teams.find(({ id }) => id === wanted)?.path ?? 'no team';
  const level = (wanted: string | null) => roleLevels.find(({ id }) => id === wanted)?.name ?? 'a role level that is gone';
  const from = fromTeamId === null ? '' : ` (from ${fromTeamId === teamId ? level(fromRoleLevelId) : team(fromTeamId)})`;
  if (fromTeamId === teamId) return `Becomes ${level(roleLevelId)} on ${formatDate(movesOn)}${from}`;
  const as = fromRoleLevelId === roleLevelId ? '' : ` as ${level(roleLevelId)}`;
  return `Moves to ${team(teamId)}${as} on ${formatDate(movesOn)}${from}`;
}

function shown(field: keyof PersonFacts, facts: PersonFacts): string {
  const value = facts[field];
  if (value === null) return 'none';
  return field === 'startsOn' || field === 'leavesOn' ? formatDate(value) : value;
}
