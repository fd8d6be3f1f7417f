import type { FlagFacts } from './flag-facts.ts';
import type { Flag } from './flag.ts';
import { groupSubjects } from './group-subjects.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/**
 * Per team, the expected skill levels of its people for which nothing is agreed.
 * `required` counts person and skill pairs that are expected, `actual` those with an agreed reading ("not observed" is
 * one: somebody looked). People who have no agreed reading in any expected skill are named; the rest are in the count.
 */
export function findUnassessed(facts: FlagFacts): Flag[] {
  return groupSubjects(facts.subjects, facts.asOf).flatMap(({ team, people }): Flag[] => {
    const expected = people.map((person) => ({
      person,
      cells: person.cells.filter((cell) => cell.expectedLevel !== null),
    }));
    const required = expected.reduce((sum, { cells }) => sum + cells.length, 0);
    const missing = expected.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.agreedOn === null).length, 0);
    if (missing === 0) return [];
    const never = expected.filter(({ cells }) => cells.length > 0 && cells.every((cell) => cell.agreedOn === null));
    return [
      {
        kind: 'unassessed',
        severity: severityOfFlag({ kind: 'unassessed', share: missing / required }),
        team,
        skill: null,
        rule: null,
        required,
        actual: required - missing,
        endsOn: null,
        people: never.map(({ person, cells }) => ({
          id: person.id,
          name: person.name,
          detail: `nothing agreed in ${cells.length} expected ${cells.length === 1 ? 'skill' : 'skills'}`,
        })),
        nextStep: { page: 'team-heatmap', teamId: team.id },
      },
    ];
  });
}
