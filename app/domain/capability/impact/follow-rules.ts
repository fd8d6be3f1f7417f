import type { CoverageRule } from '#app/domain/capability/flag.ts';
import type { ReleaseScope } from './release-scope.ts';

/**
 * Coverage rules after a release: one whose skill is gone asks for the skill that took its place, if it was one alone;
 * a rule follows no split, because only a person can say which half the service needs.
 */
export function followRules(rules: readonly CoverageRule[], succeeded: ReleaseScope['succeeded'], { skillsAfter }: Pick<ReleaseScope, 'skillsAfter'>): CoverageRule[] {
  return rules.map((rule) => {
    const places = succeeded.filter(({ from }) => from === rule.skillId);
    const [place] = places;
    const skillId = skillsAfter.has(rule.skillId) || places.length !== 1 ? rule.skillId : place!.to;
    return { ...rule, skillId, skillName: skillsAfter.get(skillId) ?? rule.skillName };
  });
}
