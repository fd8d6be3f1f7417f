import { chanceOf } from './chance-of.ts';

/** Levels of the three sources, 0-4; null: not observed; undefined: nothing said. */
export interface Answers {
  self?: number | null;
  manager?: number | null;
  agreed?: number | null;
}

/** What the draw hangs on. */
export interface AnswerFacts {
  name: string;
  skill: string;
  /** Not its name, which changes with the date. */
  round: 'last year' | 'this year';
  agreedLevel: number;
  highestLevel: number;
  /** Whether the manager rates about one above what is agreed afterwards. */
  isLenient: boolean;
}

/** One lower or one higher at times. */
const near = (level: number, chance: number, lower: number, higher: number) =>
  chance < lower ? level - 1 : chance >= 1 - higher ? level + 1 : level;

/**
 * What a person and a manager said before the level was agreed: mostly the same, never two apart, as
 * disagreements are planted. People rate themselves a little high, managers on both sides alike, and
 * the lenient one a level too high nearly always.
 */
export function drawAnswers({ name, skill, round, agreedLevel, highestLevel, isLenient }: AnswerFacts): Answers {
  const inScale = (level: number) => Math.min(Math.max(level, 0), highestLevel);
  const ofSelf = chanceOf('self', name, skill, round);
  const ofManager = chanceOf('manager', name, skill, round);
  const self = inScale(near(agreedLevel, ofSelf, 0.1, 0.2));
  const manager = inScale(isLenient ? near(agreedLevel, ofManager, 0, 0.9) : near(agreedLevel, ofManager, 0.07, 0.07));
  const isFar = Math.abs(self - manager) > 1;
  return { self: isFar ? agreedLevel : self, manager, agreed: agreedLevel };
}
