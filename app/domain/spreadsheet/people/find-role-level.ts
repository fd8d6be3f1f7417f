import { nameKey } from '#app/domain/framework/name-key.ts';
import { matchName, type NameCandidate } from '#app/domain/spreadsheet/match-name.ts';
import type { KnownRoleLevel, PersonRow } from './people-words.ts';
import type { RowNotes } from './row-notes.ts';

interface Candidates {
  roles: NameCandidate[];
  levels: NameCandidate[];
  ofRole: Map<string, NameCandidate[]>;
  /** By the id of the role level. */
  roleNames: Map<string, string>;
}

const candidatesOf = new WeakMap<readonly KnownRoleLevel[], Candidates>();

/**
 * The role level that a row names: within the role that it names, or among all where it names none. A role alone means its only
 * level, or the one that `current` holds in it. Undefined where the row names neither, or none that is known, which is then noted.
 */
export function findRoleLevel({ values }: PersonRow, known: readonly KnownRoleLevel[], current: { roleId: string; roleLevelId: string } | null, notes: RowNotes): string | undefined {
  const [roleText, levelText] = [values.role ?? '', values['role-level'] ?? ''];
  if (roleText === '' && levelText === '') return undefined;
  const candidates = candidatesOf.get(known) ?? makeCandidates(known);
  const roleId = roleText === '' ? null : findRole(roleText, candidates, notes);
  if (roleId === undefined) return undefined;
  const levels = roleId === null ? candidates.levels : (candidates.ofRole.get(roleId) ?? []);
  if (levelText !== '') return findLevel(levelText, roleText, { levels, roleNames: candidates.roleNames }, notes);
  if (current?.roleId === roleId) return current.roleLevelId;
  const [only, second] = levels;
  if (only && !second) return only.id;
  notes.refuse('role', `The role “${roleText}” has several levels. Write which: ${levels.map(({ name }) => `“${name}”`).join(', ')}.`, levels);
  return undefined;
}

function findRole(text: string, { roles }: Candidates, notes: RowNotes): string | undefined {
  const match = matchName(text, roles);
  if ('id' in match) return match.id;
  const key = nameKey(text);
  const decided = notes.decided('role', key);
  if (notes.isLeftOut) return undefined;
  if (roles.some(({ id }) => id === decided)) return decided;
  notes.unknown('role', { kind: 'role', key, name: text, suggestions: match.suggestions }, `There is no role “${text}” in the framework in use.`);
  return undefined;
}

function findLevel(text: string, roleText: string, { levels, roleNames }: { levels: readonly NameCandidate[]; roleNames: ReadonlyMap<string, string> }, notes: RowNotes): string | undefined {
  const match = matchName(text, levels);
  if ('id' in match) return match.id;
  const key = roleText === '' ? nameKey(text) : `${nameKey(roleText)} > ${nameKey(text)}`;
  const decided = notes.decided('role-level', key);
  if (notes.isLeftOut) return undefined;
  if (levels.some(({ id }) => id === decided)) return decided;
  const name = roleText === '' ? text : `${text} (${roleText})`;
  const message = roleText === '' ? `There is no role level “${text}”, or there are several of that name: a column with the role tells them apart.` : `The role “${roleText}” has no level “${text}”.`;
  // A role has few levels: where none is near, all of them are offered.
  const near = match.suggestions.length > 0 || roleText === '' ? match.suggestions : levels.slice(0, 12);
  const suggestions = near.map(({ id, name: levelName }) => ({ id, name: roleText === '' ? `${levelName} (${roleNames.get(id) ?? ''})` : levelName }));
  notes.unknown('role-level', { kind: 'role-level', key, name, suggestions }, message);
  return undefined;
}

function makeCandidates(known: readonly KnownRoleLevel[]): Candidates {
  const ofRole = new Map<string, NameCandidate[]>();
  for (const { id, name, roleId } of known) ofRole.set(roleId, [...(ofRole.get(roleId) ?? []), { id, name }]);
  const roles = new Map(known.map(({ roleId, roleName }) => [roleId, { id: roleId, name: roleName }]));
  const made = { roles: [...roles.values()], levels: known.map(({ id, name }) => ({ id, name })), ofRole, roleNames: new Map(known.map(({ id, roleName }) => [id, roleName])) };
  candidatesOf.set(known, made);
  return made;
}
