import type { FlagFacts } from './flag-facts.ts';
import type { CoverageRule } from './flag.ts';
import { judgeCell } from './judge-cell.ts';

/** What a test says of a person and a skill; what it leaves out is not known. */
export interface CellSketch {
  expected?: number;
  self?: number;
  manager?: number;
  /** null is "not observed". */
  agreed?: number | null;
  agreedOn?: string;
  needsReview?: boolean;
}

export interface PersonSketch {
  team: string;
  leavesOn?: string;
  skills?: Record<string, CellSketch>;
}

/**
 * Flag facts for tests from short sketches: ids are names, a team "service" stands over every other team, skills are
 * those that are mentioned, the date asked is 30 June 2026, the horizon and the review period a year.
 */
export function flagFactsFixture(
  people: Record<string, PersonSketch>,
  rules: readonly { team: string; skill: string; level: number; people: number }[] = [],
): FlagFacts {
  const asOf = '2026-06-30';
  const named = Object.entries(people);
  const skillIds = new Set([
    ...named.flatMap(([, { skills = {} }]) => Object.keys(skills)),
    ...rules.map(({ skill }) => skill),
  ]);
  const teamIds = new Set([...named.map(([, { team }]) => team), ...rules.map(({ team }) => team)]);
  teamIds.delete('service');
  const reading = (level: number | null | undefined, assessedOn: string) =>
    level === undefined ? null : { level, assessedOn };
  return {
    asOf,
    horizonDays: 365,
    teams: [
      { id: 'service', parentId: 'organisation', name: 'service' },
      ...[...teamIds].map((id) => ({ id, parentId: 'service', name: id })),
    ],
    skills: [...skillIds].map((id) => ({ id, name: id })),
    rules: rules.map(
      ({ team, skill, level, people: minimumPeople }): CoverageRule => ({
        id: `${team}/${skill}`,
        teamId: team,
        teamName: team,
        skillId: skill,
        skillName: skill,
        minimumLevel: level,
        minimumPeople,
      }),
    ),
    subjects: named.map(([name, { team, leavesOn = null, skills = {} }]) => ({
      id: name,
      name,
      teamId: team,
      teamName: team,
      roleLevelId: 'any',
      leavesOn,
      cells: Object.entries(skills).map(
        ([skillId, { expected = null, self, manager, agreed, agreedOn = '2026-05-01', needsReview = false }]) =>
          judgeCell(
            {
              skillId,
              expectedLevel: expected,
              self: reading(self, '2026-04-01'),
              manager: reading(manager, '2026-04-15'),
              agreed: reading(agreed, agreedOn),
              levelUndefined: false,
            needsReview,
            },
            { asOf, reviewPeriodDays: 365 },
          ),
      ),
    })),
  };
}
