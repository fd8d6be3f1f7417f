import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import { findByName } from './find-by-name.ts';
import type { OwnAddition } from './own-addition.ts';

/**
 * The roles, role levels and skills of the organisation's own that have another name in `after` than in `before`: the
 * same addition said anew. What the release `base` has itself is not the organisation's to rename. With `laid`, the facts
 * that hold `before`, only what stands in them.
 */
export function findOwnRenames(base: FrameworkFacts, before: readonly OwnAddition[], after: readonly OwnAddition[], laid: FrameworkFacts | null = null): IdentityMoves['renamed'] {
  const now = new Map(after.map((addition) => [addition.id, addition]));
  return before.flatMap((old): IdentityMoves['renamed'] => {
    const own = now.get(old.id);
    if (old.kind === 'skill' && own?.kind === 'skill') return moved('skill', null, old.skill.name, own.skill.name, (facts) => facts.skills);
    if (old.kind === 'role' && own?.kind === 'role') return moved('role', null, old.role.name, own.role.name, (facts) => facts.roles);
    if (old.kind !== 'role-level' || own?.kind !== 'role-level') return [];
    return moved('role-level', old.roleName, old.roleLevel.name, own.roleLevel.name, (facts) => findByName(facts.roles, old.roleName)?.roleLevels ?? []);
  });

  function moved(part: 'skill' | 'role' | 'role-level', roleName: string | null, from: string, to: string, among: (facts: FrameworkFacts) => readonly { name: string }[]): IdentityMoves['renamed'] {
    const isSame = nameKey(from) === nameKey(to);
    const isReleased = findByName(among(base), from) !== undefined;
    const isMissing = laid !== null && findByName(among(laid), from) === undefined;
    return isSame || isReleased || isMissing ? [] : [{ part, roleName, from, to }];
  }
}
