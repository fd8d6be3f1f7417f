import { nameKey } from '#app/domain/framework/name-key.ts';
import { matchName } from '#app/domain/spreadsheet/match-name.ts';
import type { KnownTeam, PersonRow } from './people-words.ts';
import type { RowNotes } from './row-notes.ts';

interface Candidates {
  byName: readonly { id: string; name: string }[];
  byPath: readonly { id: string; name: string }[];
}

const candidatesOf = new WeakMap<readonly KnownTeam[], Candidates>();

/**
 * The team that a row names, by its name or, where several have that name, by its path ("Service > Team"); undefined where it
 * names none or none that is known, which is then noted.
 */
export function findTeam({ values }: PersonRow, teams: readonly KnownTeam[], notes: RowNotes): KnownTeam | undefined {
  const text = values.team ?? '';
  if (text === '') return undefined;
  const known = candidatesOf.get(teams) ?? makeCandidates(teams);
  const path = pathOf(text);
  const match = path.includes(' > ') ? bySuffix(path, known) : matchName(text, known.byName);
  const id = 'id' in match ? match.id : undefined;
  if (id !== undefined) return teams.find((team) => team.id === id);
  const key = nameKey(text);
  const decided = notes.decided('team', key);
  const meant = teams.find((team) => team.id === decided);
  if (meant || notes.isLeftOut) return meant;
  const suggestions = 'suggestions' in match ? match.suggestions.map((one) => ({ id: one.id, name: teams.find(({ id: teamId }) => teamId === one.id)?.path ?? one.name })) : [];
  const isOneOfMany = suggestions.length > 1 && known.byName.filter(({ name }) => nameKey(name) === key).length > 1;
  const message = isOneOfMany ? `Several teams are called “${text}”. Write which: ${suggestions.map(({ name }) => `“${name}”`).join(' or ')}.` : `There is no team “${text}”. Write it as it is written under Teams, or add it there first.`;
  notes.unknown('team', { kind: 'team', key, name: text, suggestions }, message);
  return undefined;
}

function makeCandidates(teams: readonly KnownTeam[]): Candidates {
  const made = { byName: teams.map(({ id, name }) => ({ id, name })), byPath: teams.map(({ id, path }) => ({ id, name: path })) };
  candidatesOf.set(teams, made);
  return made;
}

function pathOf(text: string): string {
  return text.split(/\s*[>›»]\s*/).filter((part) => part !== '').join(' > ');
}

/** The whole path, or as much of its end as tells. */
function bySuffix(path: string, { byPath }: Candidates): ReturnType<typeof matchName> {
  const match = matchName(path, byPath);
  if ('id' in match) return match;
  const ending = ` > ${nameKey(path)}`;
  const fitting = byPath.filter(({ name }) => nameKey(name).endsWith(ending));
  return fitting.length === 1 ? { id: fitting[0]!.id } : { suggestions: fitting.length > 1 ? fitting.slice(0, 5) : match.suggestions };
}
