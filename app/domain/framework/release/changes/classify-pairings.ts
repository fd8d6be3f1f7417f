import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { DecidedPairing } from '#app/domain/framework/release/laying/decide-pairings.ts';
import type { ReleaseItem, ReleaseReach } from '#app/domain/framework/release/release-item.ts';
import { makeItem } from './make-item.ts';
import { roleLevelsExpecting } from './role-levels-expecting.ts';

/** One item for each name that became another, one or several; all of them ask. `base` is the adopted version. */
export function classifyPairings(base: FrameworkFacts, pairings: readonly DecidedPairing[]): ReleaseItem[] {
  return pairings.map(({ key, proposal, choices, proposed }) =>
    makeItem({
      key,
      kind: proposal.kind,
      part: proposal.part,
      before: proposal.before,
      after: proposal.after,
      roleName: proposal.roleAfter,
      choices,
      proposal: proposed,
      asks: true,
      confidence: proposal.confidence,
      evidence: proposal.evidence,
      reach: reachOf(base, proposal),
    }),
  );
}

function reachOf(base: FrameworkFacts, { kind, part, before, roleBefore }: DecidedPairing['proposal']): ReleaseReach {
  if (part === 'skill') {
    // Under another name a skill is expected where it was; in a merger or split expectations come and go.
    return { skillNames: before, roleLevels: kind === 'merged' || kind === 'split' ? roleLevelsExpecting(base, before) : [] };
  }
  const names = new Set(before.map(nameKey));
  const roleLevels = base.roles
    .filter(({ name }) => (part === 'role' ? names.has(nameKey(name)) : nameKey(name) === nameKey(roleBefore ?? '')))
    .flatMap((role) => role.roleLevels.map(({ name }) => ({ roleName: role.name, roleLevelName: name })))
    .filter(({ roleLevelName }) => part === 'role' || names.has(nameKey(roleLevelName)));
  return { skillNames: [], roleLevels };
}
