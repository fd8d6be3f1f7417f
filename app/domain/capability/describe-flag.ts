import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Flag } from './flag.ts';
import { nameList } from './name-list.ts';

/**
 * A flag as one or two plain sentences that name the team, the skill, the numbers and the people.
 * Of more than six people the first five are named; the flag itself holds them all.
 */
export function describeFlag(flag: Flag): string {
  const team = flag.team.name;
  const skill = flag.skill?.name ?? 'a skill';
  const people = nameList(flag.people.map(({ name, detail }) => `${name} (${detail})`));
  const atLevel = flag.rule ? ` at level ${flag.rule.minimumLevel} or above` : '';
  const short = flag.required - flag.actual;
  switch (flag.kind) {
    case 'no-cover':
      return `Nobody in ${team} holds ${skill}${atLevel}. The rule asks for ${count(
        flag.required,
        'person',
        'people',
      )}.`;
    case 'single-point':
      return `${skill} rests on one person in ${team}: ${people}.${
        flag.required > 1 ? ` The rule asks for ${flag.required}.` : ''
      }`;
    case 'under-cover':
      return `${skill} is held by ${flag.actual} of the ${flag.required} people that ${team} needs${atLevel}: ${people}.`;
    case 'cover-ends':
      return `Without ${people}, ${left(flag)} ${skill}${
        flag.endsOn === null ? '' : ` from ${formatDate(flag.endsOn)}`
      }.`;
    case 'blind-spot':
      return `${team} needs ${skill}${atLevel}, but no role there is expected to hold it.`;
    case 'below-expectation':
      return `${short} of ${count(flag.required, 'assessed person', 'assessed people')} in ${team} ${are(
        short,
      )} below what is expected in ${skill}: ${people}.${notCounted(flag)}`;
    case 'unassessed':
      return `${short} of ${flag.required} expected skill levels in ${team} ${are(short)} not agreed.${
        people === '' ? '' : ` Never assessed: ${people}.`
      }`;
    case 'stale':
      return `${short} of ${flag.required} agreed levels in ${team} ${are(short)} out of date: ${people}.`;
    case 'disagreement':
      return `Self and manager are two or more levels apart in ${skill} for ${short} of ${count(
        flag.required,
        'person',
        'people',
      )} in ${team}: ${people}.`;
  }
}

function left({ team, required, actual }: Flag): string {
  if (actual === 0) return `nobody in ${team.name} covers`;
  return `only ${actual} of the ${required} people that ${team.name} needs ${actual === 1 ? 'covers' : 'cover'}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function are(number: number): string {
  return number === 1 ? 'is' : 'are';
}

function notCounted({ leftOut = 0 }: Flag): string {
  return leftOut === 0 ? '' : ` ${count(leftOut, 'more has', 'more have')} no agreed level.`;
}
