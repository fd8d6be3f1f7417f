import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import type { UnpairedPart } from '#app/domain/framework/release/pairing/pairing.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';
import type { AlignedStates } from './aligned-states.ts';
import { expectationLines } from './expectation-lines.ts';
import { makeItem } from './make-item.ts';
import { roleLevelsExpecting } from './role-levels-expecting.ts';

const question = { choices: ['accept', 'keep'], proposal: 'accept', asks: true } satisfies Partial<ReleaseItem>;

/**
 * What the release drops: an item for each skill, each role with its role levels, and each role level of a role that
 * goes on. All of them ask, because what is dropped can be kept as an addition of one's own. `unpaired` tells why a
 * name was not taken for another.
 */
export function classifyGone(states: AlignedStates, unpaired: readonly UnpairedPart[]): ReleaseItem[] {
  const { before, gone, wasSkill, wasRole, wasRoleLevel } = states;
  const why = (part: string, name: string, roleName: string | null) =>
    unpaired.find((one) => one.part === part && nameKey(one.name) === nameKey(name) && (roleName === null || nameKey(one.roleName ?? '') === nameKey(roleName)))?.evidence ?? [];
  const skills = before.skills
    .filter(({ name }) => gone.skills.has(nameKey(name)))
    .map(({ name }) => {
      const was = wasSkill(name);
      const roleLevels = roleLevelsExpecting(before, [name]).map((level) => wasRoleLevel(level.roleName, level.roleLevelName));
      return makeItem({ ...question, key: itemKey('gone', 'skill', was), kind: 'gone', part: 'skill', before: [was], after: [], evidence: why('skill', was, null), reach: { skillNames: [was], roleLevels } });
    });
  const roles = before.roles
    .filter(({ name }) => gone.roles.has(nameKey(name)))
    .map((role) => {
      const was = wasRole(role.name);
      const roleLevels = role.roleLevels.map(({ name }) => wasRoleLevel(role.name, name));
      const linesBefore = role.roleLevels.map(({ name }) => name);
      return makeItem({ ...question, key: itemKey('gone', 'role', was), kind: 'gone', part: 'role', before: [was], after: [], detail: { linesBefore }, evidence: why('role', was, null), reach: { skillNames: [], roleLevels } });
    });
  const levels = before.roles.flatMap((role) =>
    role.roleLevels
      .filter(({ name }) => gone.roleLevels.has(roleLevelKey(role.name, name)))
      .map((roleLevel) => {
        const was = wasRoleLevel(role.name, roleLevel.name);
        return makeItem({
          ...question,
          key: itemKey('gone', 'role-level', was.roleName, was.roleLevelName),
          kind: 'level-gone',
          part: 'role-level',
          before: [was.roleLevelName],
          after: [],
          roleName: role.name,
          detail: { linesBefore: expectationLines(roleLevel, before.scale) },
          evidence: why('role-level', was.roleLevelName, was.roleName),
          reach: { skillNames: [], roleLevels: [was] },
        });
      }),
  );
  return [...skills, ...roles, ...levels];
}
