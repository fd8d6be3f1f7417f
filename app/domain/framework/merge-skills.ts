import type { SkillFacts } from './framework-facts.ts';
import { mergeSkillLevel } from './merge-skill-level.ts';
import type { LevelVoice } from './merge-skill-level.ts';
import { nameKey } from './name-key.ts';
import type { MergeReading } from './rank-readings.ts';
import type { ImportReport } from './start-report.ts';

/** All skills of the adopted version and the ranked documents; name and description come from the first that gives them. */
export function mergeSkills(base: readonly SkillFacts[], ranked: readonly MergeReading[], report: ImportReport): SkillFacts[] {
  const sources = [...ranked.map(({ file, facts }) => ({ file, skills: facts.skills })), { file: null, skills: base }];
  const voices = new Map<string, { file: string | null; skill: SkillFacts }[]>();
  for (const { file, skills } of sources) {
    for (const skill of skills) {
      const key = nameKey(skill.name);
      const known = voices.get(key);
      if (known === undefined) voices.set(key, [{ file, skill }]);
      else known.push({ file, skill });
    }
  }
  return [...voices.values()].map((said) => mergeSkill(said, report));
}

function mergeSkill(said: readonly { file: string | null; skill: SkillFacts }[], report: ImportReport): SkillFacts {
  const name = said[0]?.skill.name ?? '';
  const levels = new Map<number, LevelVoice[]>();
  for (const { file, skill } of said) {
    for (const level of skill.levels) {
      levels.set(level.ordinal, [...(levels.get(level.ordinal) ?? []), { file, level }]);
    }
  }
  return {
    name,
    description: said.map(({ skill }) => skill.description).find((description) => description !== null) ?? null,
    levels: [...levels.values()].map((voices) => mergeSkillLevel(name, voices, report)).filter((level) => level !== null),
  };
}
