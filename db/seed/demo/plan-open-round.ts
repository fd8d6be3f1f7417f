import { addDays } from '#app/domain/assessment/add-days.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { demoFramework } from './demo-framework.ts';
import type { DemoAnswer, DemoAssessment, DemoCycle, DemoParticipant } from './demo-plan.ts';
import { demoRoster } from './demo-roster.ts';
import { drawAnswers } from './draw-answers.ts';
import { settleLevels } from './settle-levels.ts';

const teamName = 'Service transition';
const managerName = 'Stephen Abernethy';

/** How far each has come. */
type Stage = 'self in' | 'shown' | 'agreed' | 'typing' | 'exempt';
const stages: Record<string, Stage> = {
  'Stephen Abernethy': 'self in',
  'Zainab Idris': 'self in',
  'Natalie Coombes': 'agreed',
  'Peter Lindqvist': 'shown',
  'Jerome Baptiste': 'typing',
  'Ewa Nowicka': 'exempt',
};

/** The round of one small team that is open, with its people at different steps. */
export interface OpenRoundPlan {
  cycle: DemoCycle;
  participants: DemoParticipant[];
  assessments: DemoAssessment[];
  answers: DemoAnswer[];
}

/** A round that opened twenty days ago; both answer for some days yet. Nothing in it contradicts what was said in the rounds before. */
export function planOpenRound(today: string): OpenRoundPlan {
  const day = (days: number) => addDays(today, days);
  const name = `Service transition check ${day(-20).slice(0, 7)}`;
  const cycle: DemoCycle = {
    name,
    state: 'open',
    teamName,
    opensOn: day(-20),
    selfDueOn: day(4),
    managerDueOn: day(8),
    conversationDueOn: day(18),
    closesOn: day(25),
    closingNote: null,
  };
  const plan: OpenRoundPlan = { cycle, participants: [], assessments: [], answers: [] };
  const framework = demoFramework();
  for (const line of demoRoster.filter(({ team }) => team === teamName)) {
    const stage = stages[line.name] ?? 'typing';
    const isShown = stage === 'shown' || stage === 'agreed';
    plan.participants.push({
      cycleName: name,
      personName: line.name,
      teamName,
      selfInOn: isShown || stage === 'self in' ? day(-14) : null,
      managerInOn: isShown ? day(-8) : null,
      managerName: isShown ? managerName : null,
      shownOn: isShown ? day(-8) : null,
      agreedOn: stage === 'agreed' ? day(-3) : null,
      agreedName: stage === 'agreed' ? managerName : null,
      exemptReason: stage === 'exempt' ? 'New in the team: first assessed in the next round' : null,
    });
    const expected = framework.expectationsOf(line.role, line.roleLevel);
    const levels = [...settleLevels(line, framework)].filter(([skill]) => expected.has(skill));
    for (const [at, [skillName, agreedLevel]] of levels.entries()) {
      const said = drawAnswers({ name: line.name, skill: skillName, round: 'this year', agreedLevel, highestLevel: framework.highestLevelOf(skillName), isLenient: false });
      if (isShown) plan.assessments.push(...recorded({ said, personName: line.name, skillName, cycleName: name, day, isAgreed: stage === 'agreed' }));
      const isTyped = stage === 'self in' || (stage === 'typing' && at < 3);
      if (isTyped && typeof said.self === 'number') {
        plan.answers.push({ personName: line.name, skillName, source: 'self', level: said.self, note: null, writerName: line.name, writtenOn: day(-14) });
      }
    }
  }
  return plan;
}

interface Said {
  said: ReturnType<typeof drawAnswers>;
  personName: string;
  skillName: string;
  cycleName: string;
  day: (days: number) => string;
  isAgreed: boolean;
}

function recorded({ said, personName, skillName, cycleName, day, isAgreed }: Said): DemoAssessment[] {
  const days = { self: day(-14), manager: day(-8), agreed: day(-3) };
  return assessmentSources.flatMap((source) => {
    const level = said[source];
    if (level === undefined || (source === 'agreed' && !isAgreed)) return [];
    return [{ personName, skillName, source, level, note: null, assessorName: source === 'self' ? personName : managerName, assessedOn: days[source], cycleName }];
  });
}
