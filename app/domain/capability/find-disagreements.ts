import type { MatrixCell } from './cell.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag, FlagSubject } from './flag.ts';
import { groupSubjects } from './group-subjects.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/** One level apart is a matter of judgement; two apart, the two mean different things. */
const levelsApart = 2;

/**
 * Per team and skill, the people whose newest self and manager levels lie two or more apart, expected or not, and
 * whether or not something was agreed since: one assessor's pattern shows only over all of them.
 * `required` counts the people with both levels, `actual` those of them less than two apart. People are named with both
 * levels and the agreed one, furthest apart first, then by name.
 */
export function findDisagreements(facts: FlagFacts): Flag[] {
  return groupSubjects(facts.subjects, facts.asOf).flatMap(({ team, people }) =>
    facts.skills.flatMap((skill): Flag[] => {
      const both = people.flatMap((person) => bothLevels(person, skill.id));
      const apart = both.filter((one) => one.apart >= levelsApart).sort((one, other) => other.apart - one.apart);
      const [first] = apart;
      if (!first) return [];
      const toAgree = apart.find(({ cell }) => cell.agreedOn === null) ?? first;
      return [
        {
          kind: 'disagreement',
          severity: severityOfFlag({
            kind: 'disagreement',
            notAgreed: apart.filter(({ cell }) => cell.agreedOn === null).length,
          }),
          team,
          skill: { id: skill.id, name: skill.name },
          rule: null,
          required: both.length,
          actual: both.length - apart.length,
          endsOn: null,
          people: apart.map(({ person, cell }) => ({ id: person.id, name: person.name, detail: describe(cell) })),
          nextStep: { page: 'assess-person', personId: toAgree.person.id, personName: toAgree.person.name },
        },
      ];
    }),
  );
}

function bothLevels(person: FlagSubject, skillId: string): { person: FlagSubject; cell: MatrixCell; apart: number }[] {
  const cell = person.cells.find((candidate) => candidate.skillId === skillId);
  if (!cell || cell.selfLevel === null || cell.managerLevel === null) return [];
  return [{ person, cell, apart: Math.abs(cell.selfLevel - cell.managerLevel) }];
}

function describe({ selfLevel, managerLevel, agreedLevel, agreedOn }: MatrixCell): string {
  const levels = `self level ${selfLevel}, manager level ${managerLevel}`;
  if (agreedOn === null) return `${levels}, nothing agreed`;
  return agreedLevel === null ? `${levels}, agreed not observed` : `${levels}, agreed level ${agreedLevel}`;
}
