import type { RoleLevelFacts } from './framework-facts.ts';
import { inferSeniority } from './infer-seniority.ts';
import { nameKey } from './name-key.ts';

/**
 * Numbers the role levels of a role by seniority, from 1. `stated` is the order a document gives, `adopted` the order
 * of the version before, both by name, most junior first. What the document names stands in its order; a level that
 * only the adopted version orders follows the one it followed there; one that nobody orders stands where its expected
 * levels put it. `inferred` names those last ones.
 */
export function orderRoleLevels(
  roleLevels: readonly RoleLevelFacts[],
  stated: readonly string[],
  adopted: readonly string[],
): { roleLevels: RoleLevelFacts[]; inferred: string[] } {
  const likely = inferSeniority(roleLevels);
  const byKey = new Map(likely.map((roleLevel) => [nameKey(roleLevel.name), roleLevel]));
  const order = [...new Set(stated.map(nameKey))].filter((key) => byKey.has(key));
  const before = [...new Set(adopted.map(nameKey))].filter((key) => byKey.has(key));
  before.forEach((key, index) => {
    if (!order.includes(key)) order.splice(index === 0 ? 0 : order.indexOf(before[index - 1] ?? '') + 1, 0, key);
  });
  const inferred: string[] = [];
  for (const [index, roleLevel] of likely.entries()) {
    const key = nameKey(roleLevel.name);
    if (order.includes(key)) continue;
    const later = new Set(likely.slice(index + 1).map((other) => nameKey(other.name)));
    const at = order.findIndex((other) => later.has(other));
    order.splice(at === -1 ? order.length : at, 0, key);
    inferred.push(roleLevel.name);
  }
  const numbered = order.flatMap((key, index) => {
    const roleLevel = byKey.get(key);
    return roleLevel === undefined ? [] : [{ ...roleLevel, seniority: index + 1 }];
  });
  return { roleLevels: numbered, inferred };
}
