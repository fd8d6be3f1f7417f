import { compareNames } from '#app/domain/framework/compare-names.ts';

export interface CareerPlace {
  id: string;
  name: string;
  expectations: readonly { skillId: string; expectedLevel: number }[];
}

/** One skill of a role level that somebody may go to. */
export interface CareerSkill {
  skillId: string;
  expectedLevel: number;
  /** What is expected where they are; null where nothing is. */
  heldLevel: number | null;
}

export interface CareerStep {
  id: string;
  /** Steps of the scale that are missing, over all skills; a surplus in one makes up for nothing in another. */
  stepsMissing: number;
  /** stepsMissing / steps that the role level expects in all, 0-1: 0 asks for nothing more, 1 shares nothing. */
  distance: number;
  /** Expected there and held to that level, in the order of the expectations. */
  shared: CareerSkill[];
  /** Expected there at a higher level than is expected here, or not here at all. */
  missing: CareerSkill[];
}

/**
 * The role levels that are nearest to one by what is expected, nearest first, then with fewer missing skills, then by
 * name; itself, those that share no skill, and those that expect nothing are left out. Distance, our own formula: of
 * all the steps that the other role level expects (the sum of its expected levels), the share that somebody who holds
 * exactly what is expected here has still to take. It is not symmetric: a step down asks for nothing.
 */
export function nearestRoleLevels(from: CareerPlace, others: readonly CareerPlace[]): CareerStep[] {
  const held = new Map(from.expectations.map(({ skillId, expectedLevel }) => [skillId, expectedLevel]));
  return others
    .filter(({ id, expectations }) => id !== from.id && expectations.some(({ skillId }) => held.has(skillId)))
    .map((other) => ({ name: other.name, step: stepTo(other, held) }))
    .sort((a, b) => a.step.distance - b.step.distance || a.step.missing.length - b.step.missing.length || compareNames(a.name, b.name) || compareNames(a.step.id, b.step.id))
    .map(({ step }) => step);
}

function stepTo({ id, expectations }: CareerPlace, held: ReadonlyMap<string, number>): CareerStep {
  const skills = expectations.map((one): CareerSkill => ({ ...one, heldLevel: held.get(one.skillId) ?? null }));
  const isMissing = ({ expectedLevel, heldLevel }: CareerSkill) => (heldLevel ?? 0) < expectedLevel;
  const missing = skills.filter(isMissing);
  const stepsMissing = missing.reduce((sum, { expectedLevel, heldLevel }) => sum + expectedLevel - (heldLevel ?? 0), 0);
  const steps = skills.reduce((sum, { expectedLevel }) => sum + expectedLevel, 0);
  return { id, stepsMissing, distance: stepsMissing / steps, shared: skills.filter((skill) => !isMissing(skill)), missing };
}
