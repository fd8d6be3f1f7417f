import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';

/** The names of the levels, one sentence for each framework version that skills are of: "Levels: 0 not yet at the first level, 1 awareness." */
export function levelsWords({ versions }: SkillScales): string[] {
  return versions.map(({ name, scale }) => {
    const steps = scale.map(({ ordinal, name: step }) => `${ordinal} ${step.toLowerCase()}`).join(', ');
    return `${versions.length > 1 ? `Levels of ${name}` : 'Levels'}: 0 not yet at the first level, ${steps}.`;
  });
}
