import type { ScoringRules } from './scoring-rules.ts';

/** One expected skill of a person, as a score sees it. */
export interface ScoredSkill {
  skillId: string;
  /** 1 up to the scale's last step. */
  expectedLevel: number;
  /** The agreed level; null where nothing is agreed, or the skill was not observed. */
  agreedLevel: number | null;
  /** True where an exemption was agreed: the skill is left out, and held against nobody. */
  isExempt: boolean;
}

/** What one skill brings. */
export interface SkillScore {
  skillId: string;
  standing: 'below' | 'at' | 'above' | 'unassessed' | 'exempt';
  points: number;
  /** False for what is left out: exempt, unassessed, or not among the best that count. */
  counts: boolean;
}

/** What the rules suggest for one person; nothing of it is a result before a named person confirms it. */
export interface SuggestedScore {
  skills: SkillScore[];
  /** Sum of what counts. */
  points: number;
  unassessed: number;
  /** False where more is unassessed than the rules allow: then there are no points to speak of, and no band. */
  isPossible: boolean;
  band: string | null;
}

/**
 * Adds up the points of a person's agreed levels under a department's rules: so many for a level below, at or above the
 * expected one, of every expected skill or of the best-scoring `bestOf`, and the last band whose points the sum reaches. The
 * rules are the department's own; the product holds no opinion on them. Of equal skills those that come first count. Never throws.
 */
export function scoreLevels(rules: ScoringRules, skills: readonly ScoredSkill[]): SuggestedScore {
  const scored = skills.map((skill) => {
    const standing = standingOf(skill);
    const isKnown = standing !== 'unassessed' && standing !== 'exempt';
    return { skillId: skill.skillId, standing, points: isKnown ? rules.points[standing] : 0, isKnown };
  });
  const ranked = scored.map((skill, at) => ({ ...skill, at })).filter((skill) => skill.isKnown);
  ranked.sort((one, other) => other.points - one.points || one.at - other.at);
  const counting = new Set(ranked.slice(0, rules.bestOf ?? ranked.length).map(({ at }) => at));
  const points = ranked.reduce((sum, skill) => sum + (counting.has(skill.at) ? skill.points : 0), 0);
  const unassessed = scored.filter(({ standing }) => standing === 'unassessed').length;
  const isPossible = ranked.length > 0 && unassessed <= rules.unassessedAllowed;
  return {
    skills: scored.map(({ isKnown: _isKnown, ...skill }, at) => ({ ...skill, counts: counting.has(at) })),
    points,
    unassessed,
    isPossible,
    band: isPossible ? bandOf(rules, points) : null,
  };
}

function standingOf({ expectedLevel, agreedLevel, isExempt }: ScoredSkill): SkillScore['standing'] {
  if (isExempt) return 'exempt';
  if (agreedLevel === null) return 'unassessed';
  if (agreedLevel < expectedLevel) return 'below';
  return agreedLevel === expectedLevel ? 'at' : 'above';
}

function bandOf({ bands }: ScoringRules, points: number): string | null {
  return bands.findLast(({ from }) => from <= points)?.name ?? null;
}
