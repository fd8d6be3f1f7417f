import type { PictureCells, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';

/** What shows no levels of people: neither letters nor ages are levels. */
const withoutLevels: readonly PictureMetric[] = ['complete', 'age'];

/**
 * The names of the levels, one sentence for each framework version that skills are of: "Levels: 0 not yet at the first level, 1 awareness."
 * None where cells of this kind and metric show no levels.
 */
export function levelsWords({ versions }: SkillScales, kind: PictureCells['kind'], metric: PictureMetric): string[] {
  if (kind === 'count' ? metric !== 'holders' : withoutLevels.includes(metric)) return [];
  return versions.map(({ name, scale }) => {
    const steps = scale.map(({ ordinal, name: step }) => `${ordinal} ${step.toLowerCase()}`).join(', ');
    return `${versions.length > 1 ? `Levels of ${name}` : 'Levels'}: 0 not yet at the first level, ${steps}.`;
  });
}
