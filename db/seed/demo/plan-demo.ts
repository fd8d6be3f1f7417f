import { addDays } from '#app/domain/assessment/add-days.ts';
import type { DemoPerson, DemoPlacement, DemoPlan } from './demo-plan.ts';
import { demoRoster, type RosterLine } from './demo-roster.ts';
import { demoRules } from './demo-rules.ts';
import { demoTeams, serviceName } from './demo-teams.ts';
import { demoFramework } from './demo-framework.ts';
import { planAssessments } from './plan-assessments.ts';
import { planObjectives } from './plan-objectives.ts';
import { planOpenRound } from './plan-open-round.ts';
import { planParticipants } from './plan-participants.ts';
import { planRounds } from './plan-rounds.ts';

function personOf(line: RosterLine, today: string): DemoPerson {
  const startsOn = addDays(today, -line.startedDaysAgo);
  const now: DemoPlacement = {
    teamName: line.team,
    roleName: line.role,
    roleLevelName: line.roleLevel,
    startsOn,
    endsOn: null,
  };
  const person = {
    name: line.name,
    grade: line.grade,
    startsOn,
    leavesOn: line.leavesInDays === undefined ? null : addDays(today, line.leavesInDays),
  };
  if (!line.before) return { ...person, placements: [now] };
  const { team, role, roleLevel, endedDaysAgo } = line.before;
  const movedOn = addDays(today, -endedDaysAgo);
  return {
    ...person,
    placements: [
      { teamName: team, roleName: role, roleLevelName: roleLevel, startsOn, endsOn: movedOn },
      { ...now, startsOn: movedOn },
    ],
  };
}

/**
 * The demo organisation as of an ISO date: an IT service with six teams, 48 people and two yearly
 * rounds that are closed and one of a small team that is open, with findings planted for each of the product's questions. The same date gives the same
 * plan; another date shifts every date in it and changes nobody's levels.
 */
export function planDemo(today: string): DemoPlan {
  const rounds = planRounds(today);
  const open = planOpenRound(today);
  const people = demoRoster.map((line) => personOf(line, today));
  const yearly = planAssessments(today, rounds);
  const framework = demoFramework();
  return {
    teams: [
      { name: serviceName, parentName: null },
      ...demoTeams.map(({ name }) => ({ name, parentName: serviceName })),
    ],
    cycles: [rounds.lastYear, rounds.thisYear, open.cycle],
    participants: [...[rounds.lastYear, rounds.thisYear].flatMap((round) => planParticipants(round, people, yearly, framework)), ...open.participants],
    answers: open.answers,
    people,
    // Of the yearly rounds all is older than of the open one.
    assessments: [...yearly, ...open.assessments.sort((one, other) => (one.assessedOn < other.assessedOn ? -1 : 1))],
    rules: [...demoRules],
    objectives: planObjectives(people, yearly, framework),
  };
}
