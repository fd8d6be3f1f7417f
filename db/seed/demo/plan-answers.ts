import { chanceOf } from './chance-of.ts';
import type { DemoFramework } from './demo-framework.ts';
import type { RosterLine } from './demo-roster.ts';
import { type AnswerFacts, type Answers, drawAnswers } from './draw-answers.ts';
import { lenientName } from './demo-teams.ts';
import { plantedAnswers, readyName, settledLevels } from './planted-findings.ts';
import { settleLevels } from './settle-levels.ts';

/** What was said of one person in each round, by skill. */
export interface PersonAnswers {
  lastYear: Map<string, Answers>;
  thisYear: Map<string, Answers>;
}

export interface RoundFacts {
  framework: DemoFramework;
  /** The skills that their role level of then expects; null where the person was not there for last year's round. */
  skillsLastYear: string[] | null;
  /** Whether the person took part in this year's round. */
  tookPart: boolean;
  /** Who assessed the person in each round. */
  assessors: { lastYear: string; thisYear: string };
}

type Fate = 'agreed' | 'carried-over' | 'self-only' | 'manager-only';

/** Most skills are agreed again each year; some are left at last year's, some were never agreed. */
function fateOf(name: string, skill: string, wasThere: boolean): Fate {
  const isSettled = name === readyName || settledLevels.some(([who, what]) => who === name && what === skill);
  const chance = isSettled ? 1 : chanceOf('fate', name, skill);
  if (chance < 0.04) return 'self-only';
  if (chance < 0.07) return 'manager-only';
  return chance < 0.16 && wasThere ? 'carried-over' : 'agreed';
}

/** The level a year ago: one lower for about a third. */
function levelBefore(name: string, skill: string, level: number): number {
  const isSettled = settledLevels.some(([who, what]) => who === name && what === skill);
  return !isSettled && chanceOf('progress', name, skill) < 0.35 ? Math.max(level - 1, 0) : level;
}

const pick = (answers: Answers, fate: Fate): Answers =>
  fate === 'self-only' ? { self: answers.self } : fate === 'manager-only' ? { manager: answers.manager } : answers;

/** What was said of one person, skill by skill, in last year's round and in this year's. */
export function planAnswers(line: RosterLine, facts: RoundFacts): PersonAnswers {
  const { framework, skillsLastYear, tookPart, assessors } = facts;
  const answers: PersonAnswers = { lastYear: new Map(), thisYear: new Map() };
  const expectedNow = framework.expectationsOf(line.role, line.roleLevel);
  const planted = new Map(plantedAnswers.filter(({ name }) => name === line.name).map((one) => [one.skill, one]));
  for (const [skill, level] of settleLevels(line, framework)) {
    const wasAsked = skillsLastYear?.includes(skill) ?? false;
    const fate = fateOf(line.name, skill, wasAsked);
    const said = (round: AnswerFacts['round'], assessor: string, agreedLevel: number) =>
      drawAnswers({
        name: line.name,
        skill,
        round,
        agreedLevel,
        highestLevel: framework.highestLevelOf(skill),
        isLenient: assessor === lenientName,
      });
    const plan = planted.get(skill);
    const isOpen = plan ? plan.agreedLevel === undefined : fate === 'self-only' || fate === 'manager-only';
    if (wasAsked && !isOpen) {
      const isCarried = !tookPart || fate === 'carried-over';
      const before = isCarried ? level : levelBefore(line.name, skill, level);
      answers.lastYear.set(skill, said('last year', assessors.lastYear, before));
    }
    const isPast = !expectedNow.has(skill) && line.before !== undefined;
    if (!tookPart || isPast) continue;
    if (plan) answers.thisYear.set(skill, plantedAnswer(plan));
    else if (fate !== 'carried-over') {
      answers.thisYear.set(skill, pick(said('this year', assessors.thisYear, level), fate));
    }
  }
  return answers;
}

function plantedAnswer({ selfLevel, managerLevel, agreedLevel }: (typeof plantedAnswers)[number]): Answers {
  const said: Answers = { self: selfLevel, manager: managerLevel };
  return agreedLevel === undefined ? said : { ...said, agreed: agreedLevel };
}
