import { coverageRows } from './coverage-rows.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag } from './flag.ts';
import { severityOfFlag } from './severity-of-flag.ts';

/**
 * Skills that the service asks for in a rule, but that no role level present in the rule's teams is expected to hold.
 * Found whether or not somebody happens to cover the rule: what no role asks for is nobody's duty to keep up.
 * A team without people has no blind spot; that nobody covers the rule says it all.
 * `required` is the rule's minimum of people; `actual` is 0, the people expected to hold the skill.
 */
export function findBlindSpots(facts: FlagFacts): Flag[] {
  return coverageRows(facts)
    .filter(({ blindSpot }) => blindSpot)
    .map(({ rule, required }) => ({
      kind: 'blind-spot',
      severity: severityOfFlag({ kind: 'blind-spot' }),
      team: { id: rule.teamId, name: rule.teamName },
      skill: { id: rule.skillId, name: rule.skillName },
      rule,
      required,
      actual: 0,
      endsOn: null,
      people: [],
      nextStep: { page: 'coverage', teamId: rule.teamId },
    }));
}
