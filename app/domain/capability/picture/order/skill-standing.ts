import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { FlagSubject } from '#app/domain/capability/flag.ts';

/** Somebody with their agreed level in the skill. */
export interface SkillHolder {
  id: string;
  name: string;
  /** 0 up to the number of steps of the scale. */
  agreedLevel: number;
  /** Null where the skill is not expected of them. */
  expectedLevel: number | null;
}

/** The first few of some people, and how many there are beside them. */
export interface SomePeople {
  shown: SkillHolder[];
  more: number;
}

/** Those who are short at one level, and who could coach them. */
export interface CoachingStep {
  agreedLevel: number;
  learners: SomePeople;
  coaches: SomePeople;
}

/** How the people of a team stand in one skill. Of the `expected`, each is met, short, not observed or not assessed. */
export interface SkillStanding {
  people: number;
  expected: number;
  met: number;
  short: number;
  notObserved: number;
  notAssessed: number;
  /** For each level from 0 up, how many people are agreed at it, expected or not. */
  atLevel: number[];
  /** Of these, people of whom the skill is not expected. */
  heldBesides: number;
  /** The lowest level first. */
  coaching: CoachingStep[];
}

/** More names than this are a list of its own, which the heatmap is. */
const mostNames = 6;

/**
 * How people stand in one skill: how many at each agreed level, and who could coach whom. Somebody can coach those who are short of what is
 * expected of them when their own agreed level is at least one above theirs and they are not short themselves. Coaches: highest level
 * first, then by name; learners: those with most missing first, then by name. `highestLevel` is the number of steps of the skill's scale.
 */
export function skillStanding(people: readonly FlagSubject[], skillId: string, highestLevel: number): SkillStanding {
  const standing = { people: people.length, expected: 0, met: 0, short: 0, notObserved: 0, notAssessed: 0, heldBesides: 0 };
  const atLevel = Array.from({ length: highestLevel + 1 }, () => 0);
  const [holders, learners]: [SkillHolder[], SkillHolder[]] = [[], []];
  for (const { id, name, cells } of people) {
    const cell = cells.find((one) => one.skillId === skillId);
    if (!cell) continue;
    const { state, agreedLevel, expectedLevel } = cell;
    if (state !== 'not-expected') standing.expected += 1;
    if (state === 'not-assessed') standing.notAssessed += 1;
    if (state === 'not-observed') standing.notObserved += 1;
    if (state === 'below') standing.short += 1;
    if (state === 'meets' || state === 'above') standing.met += 1;
    if (agreedLevel === null) continue;
    atLevel[agreedLevel] = (atLevel[agreedLevel] ?? 0) + 1;
    if (state === 'not-expected') standing.heldBesides += 1;
    (state === 'below' ? learners : holders).push({ id, name, agreedLevel, expectedLevel });
  }
  return { ...standing, atLevel, coaching: coachingSteps(holders, learners) };
}

function coachingSteps(holders: readonly SkillHolder[], learners: readonly SkillHolder[]): CoachingStep[] {
  const coaches = [...holders].sort((one, other) => other.agreedLevel - one.agreedLevel || byName(one, other));
  const levels = [...new Set(learners.map(({ agreedLevel }) => agreedLevel))].sort((one, other) => one - other);
  return levels.map((agreedLevel) => ({
    agreedLevel,
    learners: some(learners.filter((one) => one.agreedLevel === agreedLevel).sort((one, other) => other.expectedLevel! - one.expectedLevel! || byName(one, other))),
    coaches: some(coaches.filter((one) => one.agreedLevel > agreedLevel)),
  }));
}

function byName(one: SkillHolder, other: SkillHolder): number {
  return compareNames(one.name, other.name) || compareNames(one.id, other.id);
}

function some(people: readonly SkillHolder[]): SomePeople {
  return { shown: people.slice(0, mostNames), more: Math.max(0, people.length - mostNames) };
}
