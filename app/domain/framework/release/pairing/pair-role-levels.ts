import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { portrayRoleLevels } from '#app/domain/framework/release/likeness/portray-role-levels.ts';
import type { NoteLink } from '#app/domain/framework/release/notes/note-link.ts';
import { matchStates } from './match-states.ts';
import { pairGroup } from './pair-group.ts';
import type { GroupPairing } from './pair-group.ts';
import type { RespelledPart, ReplacedWord } from './pairing.ts';

/** What pairing the role levels of one role gives. */
export interface RoleLevelPairing extends GroupPairing {
  roleBefore: string;
  roleAfter: string;
  respelled: RespelledPart[];
}

/**
 * Pairs the role levels of a role that both states have, under one name or two. The new state's list of role levels is
 * taken as whole: what it lacks is absent. `skillKeys` as for roles.
 */
export function pairRoleLevels(
  roles: { before: RoleFacts; after: RoleFacts },
  skillKeys: (skillName: string) => readonly string[],
  plain: (name: string) => string,
  links: readonly NoteLink[],
  replaced: readonly ReplacedWord[],
): RoleLevelPairing {
  const [roleBefore, roleAfter] = [roles.before.name, roles.after.name];
  const match = matchStates(roles.before.roleLevels, roles.after.roleLevels, roles.before.roleLevels.map(({ name }) => name));
  const respelled = match.respelled.map(({ before, after }) => ({ part: 'role-level' as const, roleBefore, roleAfter, before: before.name, after: after.name }));
  if (match.absent.length === 0 && match.fresh.length === 0) return { proposals: [], gone: [], fresh: [], roleBefore, roleAfter, respelled };
  const had = portrayRoleLevels(roles.before, skillKeys, replaced);
  const has = portrayRoleLevels(roles.after, (name) => [plain(name)], []);
  const of = (portraits: typeof had, name: string) => portraits.filter((portrait) => portrait.name === name);
  const pairing = pairGroup({
    part: 'role-level',
    absent: match.absent.flatMap(({ name }) => of(had, name)),
    fresh: match.fresh.flatMap(({ name }) => of(has, name)),
    stays: match.stays.flatMap(({ before, after }) => of(had, before.name).flatMap((left) => of(has, after.name).map((right) => ({ before: left, after: right })))),
    frame: {
      weights: { name: 0.25, wording: 0.15, ties: 0.5, marks: 0.1 },
      tieWeight: () => 1,
    },
    links,
    replaced,
  });
  return { ...pairing, roleBefore, roleAfter, respelled };
}
