import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import type { ReleaseScope } from './release-scope.ts';

/** Whom names stand for: ids by `nameKey`, role levels by the id of their role. */
export interface NamedIds {
  skills: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
  roleLevels: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface ReleaseSides {
  before: { facts: FrameworkFacts; ids: NamedIds };
  /** Names that no role, role level or skill of the version before has, but an earlier one had: they come back as who they were. */
  dormant: NamedIds;
  after: FrameworkFacts;
  moves: IdentityMoves;
  /** Skills, by their new name. */
  meaningChanged: readonly string[];
}

/** A release with ids in the place of names, and the names of both sides to look ids up by. */
export interface ScopedRelease {
  scope: ReleaseScope;
  ids: { before: NamedIds; after: NamedIds };
}

/**
 * Puts ids in the place of the names that a release uses. A name stands for whom it stood for before, a confirmed new
 * name for who had the old one, any other name for somebody from an earlier version or for somebody new.
 */
export function scopeRelease({ before, dormant, after, moves, meaningChanged }: ReleaseSides): ScopedRelease {
  const renamesOf = (part: string, roleName: string | null = null) =>
    moves.renamed.filter((move) => move.part === part && (roleName === null || nameKey(move.roleName ?? '') === roleName));
  const skills = carry(before.ids.skills, dormant.skills, renamesOf('skill'), after.skills.map(({ name }) => name));
  const roles = carry(before.ids.roles, dormant.roles, renamesOf('role'), after.roles.map(({ name }) => name));
  const formerName = new Map([...before.ids.roles].map(([name, id]) => [id, name]));
  const nobody = new Map<string, string>();
  const roleLevels = new Map(
    after.roles.map(({ name, roleLevels: levels }) => {
      const roleId = roles.get(nameKey(name))!;
      const known = before.ids.roleLevels.get(roleId) ?? nobody;
      const renames = formerName.has(roleId) ? renamesOf('role-level', formerName.get(roleId)) : [];
      const found = carry(known, dormant.roleLevels.get(roleId) ?? nobody, renames, levels.map((level) => level.name), `${roleId}/`);
      return [roleId, found] as const;
    }),
  );
  const ids = { before: before.ids, after: { skills, roles, roleLevels } };
  const scope: ReleaseScope = {
    barBefore: barOf(before.facts, ids.before),
    barAfter: barOf(after, ids.after),
    skillsBefore: namesOf(before.facts, ids.before),
    skillsAfter: namesOf(after, ids.after),
    succeeded: moves.succeeded.flatMap(({ from, to }) => {
      const [fromId, toId] = [ids.before.skills.get(nameKey(from)), skills.get(nameKey(to))];
      return fromId === undefined || toId === undefined || fromId === toId ? [] : [{ from: fromId, to: toId }];
    }),
    meaningChanged: new Set(meaningChanged.flatMap((name) => skills.get(nameKey(name)) ?? [])),
  };
  return { scope, ids };
}

function carry(
  before: ReadonlyMap<string, string>,
  dormant: ReadonlyMap<string, string>,
  renames: readonly { from: string; to: string }[],
  names: readonly string[],
  newIn = '',
): Map<string, string> {
  const gone = new Set(renames.map(({ from }) => nameKey(from)));
  const comes = new Map(renames.map(({ from, to }) => [nameKey(to), before.get(nameKey(from))]));
  return new Map(
    names.map((name) => {
      const key = nameKey(name);
      const stays = gone.has(key) ? undefined : before.get(key);
      return [key, comes.get(key) ?? stays ?? dormant.get(key) ?? `new:${newIn}${key}`];
    }),
  );
}

function barOf(facts: FrameworkFacts, ids: NamedIds): Map<string, Map<string, number>> {
  const bar = new Map<string, Map<string, number>>();
  for (const role of facts.roles) {
    const levels = ids.roleLevels.get(ids.roles.get(nameKey(role.name)) ?? '');
    for (const level of role.roleLevels) {
      const id = levels?.get(nameKey(level.name));
      if (id === undefined) continue;
      const expected = level.expectations.flatMap(({ skillName, expectedLevel }): [string, number][] => {
        const skillId = ids.skills.get(nameKey(skillName));
        return skillId === undefined ? [] : [[skillId, expectedLevel]];
      });
      bar.set(id, new Map(expected));
    }
  }
  return bar;
}

function namesOf(facts: FrameworkFacts, ids: NamedIds): Map<string, string> {
  return new Map(facts.skills.flatMap(({ name }): [string, string][] => {
    const id = ids.skills.get(nameKey(name));
    return id === undefined ? [] : [[id, name]];
  }));
}
