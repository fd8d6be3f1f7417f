import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import { partNames } from '#app/domain/framework/release/laying/part-names.ts';
import type { PartNames } from '#app/domain/framework/release/laying/part-names.ts';
import type { UnpairedPart } from '#app/domain/framework/release/pairing/pairing.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';
import type { AlignedStates } from './aligned-states.ts';
import { byName } from './by-name.ts';
import { expectationLines } from './expectation-lines.ts';
import { makeItem } from './make-item.ts';
import { roleLevelsExpecting } from './role-levels-expecting.ts';

/**
 * What the release has and the adopted version had not, without what came of a merger or split: an item for each skill,
 * each role with its role levels, and each role level of a role that was there. None asks. The reach of a new skill are
 * the role levels that are expected to hold it now; nobody is in a new role or role level.
 */
export function classifyNew(states: AlignedStates, unpaired: readonly UnpairedPart[]): ReleaseItem[] {
  const { before, after, wasRole, wasRoleLevel } = states;
  const known = partNames([before]);
  const come = cameOfOthers(states);
  const isNew = (part: 'skills' | 'roles' | 'roleLevels', key: string) => !known[part].has(key) && !come[part].has(key);
  const why = (part: string, name: string) => unpaired.find((one) => one.part === part && nameKey(one.name) === nameKey(name))?.evidence ?? [];
  const skills = after.skills
    .filter(({ name }) => isNew('skills', nameKey(name)))
    .map(({ name }) => {
      const roleLevels = roleLevelsExpecting(after, [name])
        .filter((level) => known.roleLevels.has(roleLevelKey(level.roleName, level.roleLevelName)))
        .map((level) => wasRoleLevel(level.roleName, level.roleLevelName));
      return makeItem({ key: itemKey('new', 'skill', name), kind: 'new', part: 'skill', before: [], after: [name], evidence: why('skill', name), reach: { skillNames: [], roleLevels } });
    });
  const roles = after.roles
    .filter(({ name }) => isNew('roles', nameKey(name)))
    .map(({ name, roleLevels }) => {
      const linesAfter = roleLevels.map((roleLevel) => roleLevel.name);
      return makeItem({ key: itemKey('new', 'role', name), kind: 'new', part: 'role', before: [], after: [name], detail: { linesAfter }, evidence: why('role', name) });
    });
  const rolesBefore = byName(before.roles);
  const levels = after.roles.flatMap((role) =>
    (rolesBefore.has(nameKey(role.name)) ? role.roleLevels : [])
      .filter(({ name }) => isNew('roleLevels', roleLevelKey(role.name, name)))
      .map((roleLevel) =>
        makeItem({
          key: itemKey('new', 'role-level', wasRole(role.name), roleLevel.name),
          kind: 'level-added',
          part: 'role-level',
          before: [],
          after: [roleLevel.name],
          roleName: role.name,
          detail: { linesAfter: expectationLines(roleLevel, after.scale) },
          evidence: why('role-level', roleLevel.name),
        }),
      ),
  );
  return [...skills, ...roles, ...levels];
}

function cameOfOthers({ pairings }: AlignedStates): PartNames {
  const come: PartNames = { skills: new Set(), roles: new Set(), roleLevels: new Set() };
  for (const { proposal, choice } of pairings) {
    if (choice === 'separate') continue;
    for (const name of proposal.after) {
      if (proposal.part === 'skill') come.skills.add(nameKey(name));
      else if (proposal.part === 'role') come.roles.add(nameKey(name));
      else for (const roleName of [proposal.roleAfter, proposal.roleBefore]) come.roleLevels.add(roleLevelKey(roleName ?? '', name));
    }
  }
  return come;
}
