import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import type { VersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import type { KnownIdentities } from '#app/services/framework/publish/write-identities.server.ts';

/**
 * Whom the names of a new version stand for, as far as that is settled by the version before and by what was
 * confirmed: a name that stays is who it was, a confirmed new name is who had the old one. All renames count at
 * once, so that two names can change places. Whoever the version before knows is found by no other name.
 */
export function carryIdentities(before: VersionIdentities, moves: IdentityMoves): KnownIdentities {
  const renamesOf = (part: string, roleName: string | null) =>
    moves.renamed.filter((move) => move.part === part && (roleName === null || nameKey(move.roleName ?? '') === roleName));
  const roleNames = new Map([...before.roles].map(([name, id]) => [id, name]));
  return {
    skills: rename(before.skills, renamesOf('skill', null)),
    roles: rename(before.roles, renamesOf('role', null)),
    roleLevels: new Map(
      [...before.roleLevels].map(([roleId, levels]) => [roleId, rename(levels, renamesOf('role-level', roleNames.get(roleId) ?? ''))]),
    ),
    fixed: new Set([...before.skills.values(), ...before.roles.values(), ...[...before.roleLevels.values()].flatMap((levels) => [...levels.values()])]),
  };
}

function rename(ids: ReadonlyMap<string, string>, renames: IdentityMoves['renamed']): Map<string, string> {
  const gone = new Set(renames.map(({ from }) => nameKey(from)));
  const carried = new Map([...ids].filter(([name]) => !gone.has(name)));
  for (const { from, to } of renames) {
    const id = ids.get(nameKey(from));
    if (id !== undefined) carried.set(nameKey(to), id);
  }
  return carried;
}
