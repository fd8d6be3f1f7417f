import { addDays } from '#app/domain/assessment/add-days.ts';
import type { DemoPerson, DemoPlacement, DemoPlan } from './demo-plan.ts';
import { demoRoster, type RosterLine } from './demo-roster.ts';
import { demoRules } from './demo-rules.ts';
import { demoTeams, serviceName } from './demo-teams.ts';
import { planAssessments } from './plan-assessments.ts';
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
 * rounds, with findings planted for each of the product's questions. The same date gives the same
 * plan; another date shifts every date in it and changes nobody's levels.
 */
export function planDemo(today: string): DemoPlan {
  const rounds = planRounds(today);
  return {
    teams: [
      { name: serviceName, parentName: null },
      ...demoTeams.map(({ name }) => ({ name, parentName: serviceName })),
    ],
    cycles: [rounds.lastYear, rounds.thisYear],
    people: demoRoster.map((line) => personOf(line, today)),
    assessments: planAssessments(today, rounds),
    rules: [...demoRules],
  };
}
