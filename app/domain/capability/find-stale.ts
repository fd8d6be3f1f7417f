import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { MatrixCell } from './cell.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag, FlagPerson, FlagSubject } from './flag.ts';
import { groupSubjects } from './group-subjects.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/**
 * Per team, the agreed readings of expected skills that are older than the review period.
 * `required` counts the agreed readings of expected skills, `actual` those still in date. People are named with how many
 * of theirs are out of date, most first, then by name.
 */
export function findStale(facts: FlagFacts): Flag[] {
  return groupSubjects(facts.subjects, facts.asOf).flatMap(({ team, people }): Flag[] => {
    const readings = people.map((person) => ({
      person,
      agreed: person.cells.filter((cell) => cell.expectedLevel !== null && cell.agreedOn !== null),
    }));
    const required = readings.reduce((sum, { agreed }) => sum + agreed.length, 0);
    const affected = readings
      .map(({ person, agreed }) => ({ person, agreed, stale: agreed.filter(({ marks }) => marks.includes('stale')) }))
      .filter(({ stale }) => stale.length > 0)
      .sort((one, other) => other.stale.length - one.stale.length);
    const stale = affected.reduce((sum, one) => sum + one.stale.length, 0);
    const [first] = affected;
    if (!first) return [];
    return [
      {
        kind: 'stale',
        severity: severityOfFlag({ kind: 'stale', share: stale / required }),
        team,
        skill: null,
        rule: null,
        required,
        actual: required - stale,
        endsOn: null,
        people: affected.map((one) => flagPerson(one.person, one.stale, one.agreed.length)),
        nextStep:
          affected.length === 1
            ? { page: 'assess-person', personId: first.person.id, personName: first.person.name }
            : { page: 'team-heatmap', teamId: team.id },
      },
    ];
  });
}

function flagPerson({ id, name }: FlagSubject, stale: readonly MatrixCell[], agreed: number): FlagPerson {
  const oldest = stale.reduce(
    (date, cell) => (cell.agreedOn !== null && cell.agreedOn < date ? cell.agreedOn : date),
    '9999-12-31',
  );
  return { id, name, detail: `${stale.length} of ${agreed} out of date, the oldest from ${formatDate(oldest)}` };
}
