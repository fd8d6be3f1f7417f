import type { MatrixCell } from './cell.ts';
import { countTeamSkill } from './count-team-skill.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag, FlagSubject } from './flag.ts';
import { groupSubjects, type TeamSubjects } from './group-subjects.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/**
 * Per team and skill, the people whose agreed level is below the level their role level expects.
 * `required` counts the people expected to hold the skill who have an agreed level, `actual` those of them who meet it,
 * `leftOut` those expected without an agreed level. People are named furthest below first, then by name.
 */
export function findBelowExpectation(facts: FlagFacts): Flag[] {
  return groupSubjects(facts.subjects, facts.asOf).flatMap((group) =>
    facts.skills.flatMap((skill) => {
      const below = peopleBelow(group.people, skill.id);
      return below.length > 0 ? [flagOf(group, { id: skill.id, name: skill.name }, below)] : [];
    }),
  );
}

interface PersonBelow {
  person: FlagSubject;
  cell: MatrixCell & { gap: number };
}

function peopleBelow(people: readonly FlagSubject[], skillId: string): PersonBelow[] {
  const below = people.flatMap((person) => {
    const cell = person.cells.find((candidate) => candidate.skillId === skillId);
    return cell && cell.gap !== null && cell.gap < 0 ? [{ person, cell: { ...cell, gap: cell.gap } }] : [];
  });
  return below.sort((one, other) => one.cell.gap - other.cell.gap);
}

function flagOf(
  { team, people }: TeamSubjects,
  skill: { id: string; name: string },
  below: readonly PersonBelow[],
): Flag {
  const cells = people.flatMap((person) => person.cells.filter(({ skillId }) => skillId === skill.id));
  const count = countTeamSkill(team.id, skill.id, cells);
  const [first] = below;
  return {
    kind: 'below-expectation',
    severity: severityOfFlag({ kind: 'below-expectation', people: below.length, widestGap: first?.cell.gap ?? 0 }),
    team,
    skill,
    rule: null,
    required: count.assessed,
    actual: count.met,
    leftOut: count.expected - count.assessed,
    endsOn: null,
    people: below.map(({ person, cell }) => ({
      id: person.id,
      name: person.name,
      detail: `agreed level ${cell.agreedLevel}, expected ${cell.expectedLevel}`,
    })),
    nextStep:
      first && below.length === 1
        ? { page: 'person', personId: first.person.id }
        : { page: 'team-heatmap', teamId: team.id },
  };
}
