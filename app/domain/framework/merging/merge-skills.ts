import type { SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { mergeSkillLevel } from './merge-skill-level.ts';
import type { LevelVoice } from './merge-skill-level.ts';
import type { MergeReading } from './rank-readings.ts';

interface SkillVoice {
  file: string | null;
  isPage: boolean;
  skill: SkillFacts;
}

/** All skills of the adopted version and the ranked documents; the description comes from the first that gives one. A role page spells a name only where nothing else does. */
export function mergeSkills(base: readonly SkillFacts[], ranked: readonly MergeReading[], report: ImportReport): SkillFacts[] {
  const sources = [...ranked.map(({ file, kind, facts }) => ({ file, isPage: kind === 'role-page', skills: facts.skills })), { file: null, isPage: false, skills: base }];
  const voices = new Map<string, SkillVoice[]>();
  for (const { file, isPage, skills } of sources) {
    for (const skill of skills) {
      const key = nameKey(skill.name);
      const known = voices.get(key);
      if (known === undefined) voices.set(key, [{ file, isPage, skill }]);
      else known.push({ file, isPage, skill });
    }
  }
  return [...voices.values()].map((said) => mergeSkill(said, report));
}

function mergeSkill(said: readonly SkillVoice[], report: ImportReport): SkillFacts {
  const name = (said.find((voice) => !voice.isPage) ?? said[0])?.skill.name ?? '';
  const levels = new Map<number, LevelVoice[]>();
  for (const { file, skill } of said) {
    for (const level of skill.levels) {
      levels.set(level.ordinal, [...(levels.get(level.ordinal) ?? []), { file, level }]);
    }
  }
  return {
    name,
    description: said.map(({ skill }) => skill.description).find((description) => description !== null) ?? null,
    ...formOf(said),
    levels: [...levels.values()].map((voices) => mergeSkillLevel(name, voices, report)).filter((level) => level !== null),
  };
}

/** How the first document that has them writes the cells that carry no fact. */
function formOf(said: readonly SkillVoice[]): Pick<SkillFacts, 'noDescription' | 'requiredBy'> {
  return {
    noDescription: said.find(({ skill }) => skill.noDescription !== undefined)?.skill.noDescription,
    requiredBy: said.find(({ skill }) => skill.requiredBy !== undefined)?.skill.requiredBy,
  };
}
