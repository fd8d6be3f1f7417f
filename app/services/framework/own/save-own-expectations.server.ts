import { randomUUID } from 'node:crypto';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { findByName } from '#app/domain/framework/own/find-by-name.ts';
import { setOwnExpectations, type OwnExpectations } from '#app/domain/framework/own/set-own-expectations.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { writeOwnAdditions, type OwnListWanted } from './write-own-additions.server.ts';

/**
 * Sets the whole list of what a role level is to be expected to hold, by addition where the release says otherwise.
 * Refused for a skill or level that the framework does not have. Throws 404 for an unknown framework or role level, 403
 * where the viewer may not import a framework.
 */
export async function saveOwnExpectations(context: Context, wanted: OwnListWanted, expected: OwnExpectations): Promise<Outcome<{ revision: number }>> {
  return writeOwnAdditions(context, wanted, ({ base, additions }) => {
    const { facts } = applyOwnAdditions(base, additions);
    const role = findByName(facts.roles, expected.roleName);
    const roleLevel = findByName(role?.roleLevels ?? [], expected.roleLevelName);
    if (role === undefined || roleLevel === undefined) throw notFound();
    for (const [skillName, level] of expected.levels) {
      if (findByName(facts.skills, skillName) === undefined) return { field: null, message: `The framework has no skill “${skillName}”. Open the page again and choose from its list.` };
      if (!facts.scale.some(({ ordinal }) => ordinal === level)) return { field: null, message: `Choose a level of “${skillName}” from its list.` };
    }
    const names = { roleName: role.name, roleLevelName: roleLevel.name };
    const after = setOwnExpectations(base, additions, { ...expected, ...names }, randomUUID);
    return { additions: after, action: 'change', detail: { kind: 'expectation', names: [role.name, roleLevel.name] } };
  });
}
