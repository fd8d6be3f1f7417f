import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { SkillFacts, SkillLevelFacts, WordingSource } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

/** One mention of a skill in a document, at one skill level or none. */
export interface SkillMention {
  row: number;
  skill: string;
  description: string | null;
  ordinal: number | null;
  defined: boolean;
  statements: string[];
  /** The cell, where it is written otherwise than an export would write it. */
  writtenAs?: string | null;
  noDescription?: string;
  requiredBy?: string;
}

interface OpenSkill {
  name: string;
  description: string | null;
  levels: Map<number, SkillLevelFacts>;
  rows: Map<number, number>;
  form: Pick<SkillFacts, 'noDescription' | 'requiredBy'>;
}

/**
 * Gathers the mentions of one document into skills, alphabetical, levels ascending. The first wording of a skill
 * level stands; a later one that reads differently is noticed as a wording conflict inside the file.
 */
export function gatherSkills(
  mentions: readonly SkillMention[],
  wordingSource: WordingSource,
  wordingDate: string | null,
  report: ImportReport,
): SkillFacts[] {
  const skills = new Map<string, OpenSkill>();
  const told = new Set<string>();
  for (const mention of mentions) {
    const key = nameKey(mention.skill);
    const skill: OpenSkill = skills.get(key) ?? { name: mention.skill, description: null, levels: new Map(), rows: new Map(), form: {} };
    skills.set(key, skill);
    skill.description ??= mention.description;
    if (mention.noDescription !== undefined) skill.form.noDescription ??= mention.noDescription;
    if (mention.requiredBy !== undefined) skill.form.requiredBy ??= mention.requiredBy;
    if (mention.ordinal === null) continue;
    const level = levelOf(mention, mention.ordinal, wordingSource, wordingDate);
    const known = skill.levels.get(mention.ordinal);
    if (known === undefined || (known.wordingSource === null && level.wordingSource !== null)) {
      skill.levels.set(mention.ordinal, level);
      skill.rows.set(mention.ordinal, mention.row);
    } else if (level.wordingSource !== null && JSON.stringify(known) !== JSON.stringify(level) && !told.has(`${mention.ordinal} ${key}`)) {
      told.add(`${mention.ordinal} ${key}`);
      report.notice('wording-conflict', mention.row, `Level ${mention.ordinal} of "${skill.name}" reads differently here and at ${skill.rows.get(mention.ordinal)}; the first wording stands.`);
    }
  }
  return [...skills.values()]
    .map(({ name, description, levels, form }) => ({ name, description, levels: [...levels.values()].sort((a, b) => a.ordinal - b.ordinal), ...form }))
    .sort((a, b) => compareNames(a.name, b.name));
}

function levelOf(mention: SkillMention, ordinal: number, source: WordingSource, date: string | null): SkillLevelFacts {
  const worded = !mention.defined || mention.statements.length > 0;
  return {
    ordinal,
    defined: mention.defined,
    statements: mention.statements,
    wordingSource: worded ? source : null,
    wordingDate: worded ? date : null,
    ...(mention.writtenAs && { writtenAs: mention.writtenAs }),
  };
}
