import { addDays } from '#app/domain/assessment/add-days.ts';
import { chanceOf } from './chance-of.ts';
import type { DemoFramework } from './demo-framework.ts';
import type { DemoAssessment, DemoObjective, DemoPerson } from './demo-plan.ts';

/** What is agreed to be done, in words that go with any skill. */
const wordings = [
  'Lead one piece of this work from start to end, and go through it afterwards with somebody who holds the level.',
  'Spend two days with another team to see how they do it, and bring back one thing to try here.',
  'Write down how we do it, have it read by the team, and keep it up to date for a quarter.',
  'Take the course in spring, and show the team what came of it.',
  'Work beside somebody at the level for a month, then stand in for them for a week.',
];

const shareOfShortfalls = 0.3;
const shareOfRises = 0.12;
const mostOpen = 2;

/** The day it is due, in days after it was agreed: some are past by now. */
const shortestDays = 45;
const spreadDays = 300;

/**
 * What people of the demo are to work on: some of the skills in which they fell short in the newest round, agreed with the level, and, as
 * an objective that was met, some in which they rose since the round before. Of each person at most two are open.
 */
export function planObjectives(people: readonly DemoPerson[], assessments: readonly DemoAssessment[], framework: DemoFramework): DemoObjective[] {
  return people.flatMap((person) => {
    const agreed = assessments.filter((one) => one.personName === person.name && one.source === 'agreed' && one.level !== null);
    const { roleName, roleLevelName } = person.placements.at(-1)!;
    const skills = [...framework.expectationsOf(roleName, roleLevelName)].sort(([one], [other]) => one.localeCompare(other, 'en-GB'));
    const found = skills.map(([skillName, expectedLevel]) => ({ skillName, expectedLevel, said: agreed.filter((one) => one.skillName === skillName).slice(-2) }));
    const open = found.flatMap(({ skillName, expectedLevel, said }) => shortfall(person.name, skillName, expectedLevel, said.at(-1)));
    return [...open.slice(0, mostOpen), ...found.flatMap(({ skillName, said }) => rise(person.name, skillName, said))];
  });
}

function shortfall(personName: string, skillName: string, expectedLevel: number, newest: DemoAssessment | undefined): DemoObjective[] {
  if (!newest || newest.level! >= expectedLevel || chanceOf('objective', personName, skillName) >= shareOfShortfalls) return [];
  const days = shortestDays + Math.floor(chanceOf('due', personName, skillName) * spreadDays);
  return [{ ...agreedOn(newest, personName, skillName), targetLevel: newest.level! + 1, dueOn: addDays(newest.assessedOn, days), met: null }];
}

function rise(personName: string, skillName: string, said: readonly DemoAssessment[]): DemoObjective[] {
  const [before, after] = said;
  if (!before || !after || after.level! <= before.level! || chanceOf('met', personName, skillName) >= shareOfRises) return [];
  const met = { endedByName: after.assessorName, endedOn: after.assessedOn };
  return [{ ...agreedOn(before, personName, skillName), targetLevel: after.level!, dueOn: addDays(before.assessedOn, 270), met }];
}

function agreedOn({ assessedOn, assessorName }: DemoAssessment, personName: string, skillName: string): Pick<DemoObjective, 'personName' | 'skillName' | 'words' | 'addedByName' | 'addedOn'> {
  const words = wordings[Math.floor(chanceOf('words', personName, skillName) * wordings.length)]!;
  return { personName, skillName, words, addedByName: assessorName, addedOn: assessedOn };
}
