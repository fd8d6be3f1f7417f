import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';

/** A level of a skill as a number with its name: "2 working"; level 0 is "0 not yet"; nothing for none. */
export function levelName(scales: SkillScales, skillId: string, ordinal: number | null): string {
  if (ordinal === null) return '';
  if (ordinal === 0) return '0 not yet';
  const name = scaleOfSkill(scales, skillId).find((step) => step.ordinal === ordinal)?.name.toLowerCase() ?? '';
  return `${ordinal} ${name}`.trim();
}
