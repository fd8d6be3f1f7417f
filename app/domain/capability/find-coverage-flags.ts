import { daysBetween } from '#app/domain/assessment/days-between.ts';
import { type CoverageRow, coverageRows } from './coverage-rows.ts';
import type { CoveringPerson } from './coverage-of-rule.ts';
import { describeCover } from './describe-cover.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag, FlagNextStep, FlagPerson } from './flag.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/**
 * Where rules of coverage are broken on the date, or will be within the horizon.
 * A rule yields at most one of `no-cover` (nobody), `single-point` (exactly one person, whatever the minimum) and
 * `under-cover` (two or more, but fewer than the minimum), and beside it `cover-ends` when known leaving dates break it
 * or leave nobody. `required` is the rule's minimum; `actual` the people who cover it, for `cover-ends` those left.
 */
export function findCoverageFlags(facts: FlagFacts): Flag[] {
  return coverageRows(facts).flatMap((row) => {
    const flags: Flag[] = [];
    if (row.status !== 'covered') flags.push(shortfallFlag(row, row.status, facts.asOf));
    if (row.ends) flags.push(endingFlag(row, row.ends, facts.asOf));
    return flags;
  });
}

function shortfallFlag(row: CoverageRow, kind: 'no-cover' | 'single-point' | 'under-cover', asOf: string): Flag {
  const only = row.people[0];
  const severity =
    kind === 'single-point'
      ? severityOfFlag({ kind, daysUntilLeaving: only?.leavesOn ? daysBetween(asOf, only.leavesOn) : null })
      : severityOfFlag({ kind });
  return {
    ...about(row),
    kind,
    severity,
    actual: row.actual,
    endsOn: null,
    people: row.people.map(flagPerson),
    nextStep: nextStep(row),
  };
}

function endingFlag(row: CoverageRow, ends: NonNullable<CoverageRow['ends']>, asOf: string): Flag {
  return {
    ...about(row),
    kind: 'cover-ends',
    severity: severityOfFlag({
      kind: 'cover-ends',
      daysUntilLeaving: daysBetween(asOf, ends.endsOn) - 1,
      remaining: ends.remaining,
    }),
    actual: ends.remaining,
    endsOn: ends.endsOn,
    people: ends.leaving.map(flagPerson),
    nextStep: { page: 'coverage', teamId: row.rule.teamId },
  };
}

function about({ rule, required }: CoverageRow): Pick<Flag, 'team' | 'skill' | 'rule' | 'required'> {
  return {
    team: { id: rule.teamId, name: rule.teamName },
    skill: { id: rule.skillId, name: rule.skillName },
    rule,
    required,
  };
}

/**
 * The one person everything rests on is where a head of service starts. Where more are needed, the quickest way is to
 * agree a level that was already given; where there is none, the heatmap shows who is nearest.
 */
function nextStep(row: CoverageRow): FlagNextStep {
  const only = row.people[0];
  if (row.status === 'single-point' && only) return { page: 'person', personId: only.id };
  const nearest = row.toAgree[0];
  if (!nearest) return { page: 'team-heatmap', teamId: row.rule.teamId };
  return { page: 'assess-person', personId: nearest.id, personName: nearest.name };
}

function flagPerson(person: CoveringPerson): FlagPerson {
  return { id: person.id, name: person.name, detail: describeCover(person) };
}
