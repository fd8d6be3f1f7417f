import { addDays } from '#app/domain/assessment/add-days.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { dayNumber } from '#app/domain/assessment/day-number.ts';
import { chanceOf } from './chance-of.ts';
import { demoFramework } from './demo-framework.ts';
import type { DemoAssessment, DemoCycle } from './demo-plan.ts';
import { demoRoster, type RosterLine } from './demo-roster.ts';
import { demoTeams, directorName, headOfServiceName, lenientName } from './demo-teams.ts';
import type { Answers } from './draw-answers.ts';
import { planAnswers } from './plan-answers.ts';
import { plantedNotes } from './planted-findings.ts';

interface Rounds {
  lastYear: DemoCycle;
  thisYear: DemoCycle;
}

/** Where each source stands in a round, in days after its opening; a person's own day is added. */
const daysAfterOpening = { self: 7, manager: 21, agreed: 35 };
const spreadDays = 14;

/** Somebody new is first assessed in the round after. */
const daysToSettleIn = 30;

function assessorOf(name: string, team: string): string {
  if (name === headOfServiceName) return directorName;
  const manager = demoTeams.find((one) => one.name === team)?.managerName ?? headOfServiceName;
  return manager === name ? headOfServiceName : manager;
}

/** The Monday after, for a day of the weekend. Day 0 of the count of days was a Monday. */
function workingDay(date: string): string {
  const weekday = dayNumber(date) % 7;
  return weekday < 5 ? date : addDays(date, 7 - weekday);
}

function dayOf(name: string, source: keyof typeof daysAfterOpening, round: DemoCycle): string {
  const own = Math.floor(chanceOf('day', name, source, round.name) * spreadDays);
  return workingDay(addDays(round.opensOn, daysAfterOpening[source] + own));
}

function spoken(
  line: RosterLine,
  answers: Map<string, Answers>,
  round: DemoCycle,
  manager: string,
  notes: Map<string, string>,
): DemoAssessment[] {
  const whoSays = { self: line.name, manager, agreed: manager === lenientName ? headOfServiceName : manager };
  return [...answers].flatMap(([skillName, said]) =>
    assessmentSources.flatMap((source) => {
      const level = said[source];
      if (level === undefined) return [];
      const note = source === 'agreed' ? (notes.get(skillName) ?? null) : null;
      const assessedOn = dayOf(line.name, source, round);
      const by = { assessorName: whoSays[source], assessedOn, cycleName: round.name };
      return [{ personName: line.name, skillName, source, level, note, ...by }];
    }),
  );
}

/** All that was said in both rounds, oldest first. */
export function planAssessments(today: string, rounds: Rounds): DemoAssessment[] {
  const framework = demoFramework();
  const all = demoRoster.flatMap((line) => {
    if (line.neverAssessed) return [];
    const daysSince = (date: string) => dayNumber(today) - dayNumber(date);
    const wasThere = line.startedDaysAgo >= daysSince(rounds.lastYear.opensOn) + daysToSettleIn;
    const hasLeft = (line.leavesInDays ?? 0) < 0;
    const stoodBefore = line.before && line.before.endedDaysAgo < daysSince(rounds.lastYear.opensOn);
    const place = stoodBefore ? line.before! : line;
    const assessors = { lastYear: assessorOf(line.name, place.team), thisYear: assessorOf(line.name, line.team) };
    const skills = [...framework.expectationsOf(place.role, place.roleLevel).keys()];
    const answers = planAnswers(line, {
      framework,
      skillsLastYear: wasThere ? skills : null,
      tookPart: !hasLeft && !line.missedThisYear,
      assessors,
    });
    const notes = new Map(plantedNotes.filter(({ name }) => name === line.name).map(({ skill, note }) => [skill, note]));
    return [
      ...spoken(line, answers.lastYear, rounds.lastYear, assessors.lastYear, new Map()),
      ...spoken(line, answers.thisYear, rounds.thisYear, assessors.thisYear, notes),
    ];
  });
  return all.sort((one, other) => dayNumber(one.assessedOn) - dayNumber(other.assessedOn));
}
