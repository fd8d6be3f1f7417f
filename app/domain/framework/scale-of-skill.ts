import type { ScaleStep } from './framework-facts.ts';

/** The adopted framework versions that some skills are of, and which skill is of which. */
export interface SkillScales {
  /** Each as people read it, such as "Coast trades, First", with its scale from the first step up. */
  versions: { name: string; scale: ScaleStep[] }[];
  /** By skill id, the place in `versions`; skills of the first one are left out. */
  ofSkill: Record<string, number>;
}

/**
 * The scale that the levels of a skill are steps of. Frameworks side by side have scales of their own, so a level
 * has no name before one knows whose it is. Empty where no version is adopted.
 */
export function scaleOfSkill({ versions, ofSkill }: SkillScales, skillId: string): readonly ScaleStep[] {
  return versions[ofSkill[skillId] ?? 0]?.scale ?? [];
}
