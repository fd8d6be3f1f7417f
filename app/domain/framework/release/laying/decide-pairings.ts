import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import type { PairProposal } from '#app/domain/framework/release/pairing/pairing.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import { goesOn } from './goes-on.ts';

/** A proposal with what was decided about it; where nothing was, with what is proposed. */
export interface DecidedPairing {
  key: string;
  proposal: PairProposal;
  choices: ReleaseChoice[];
  proposed: ReleaseChoice;
  choice: ReleaseChoice;
}

/**
 * What becomes of each proposal. A role level whose role is decided not to be the same role is nobody's other name and
 * left out. A decision that the item does not offer counts as none.
 */
export function decidePairings(proposals: readonly PairProposal[], decisions: ReadonlyMap<string, ReleaseChoice>): DecidedPairing[] {
  const decided = proposals.map((proposal): DecidedPairing => {
    const names = (list: readonly string[]) => [...list].map(nameKey).sort();
    const { part, before, after, roleBefore } = proposal;
    const key = itemKey('name', part, ...(roleBefore === null ? [] : [roleBefore]), ...names(before), '>', ...names(after));
    const [proposed, ...others] = choicesOf(proposal);
    const taken = decisions.get(key);
    const choices = [proposed, ...others];
    return { key, proposal, choices, proposed, choice: taken !== undefined && choices.includes(taken) ? taken : proposed };
  });
  const apart = decided.filter(({ proposal, choice }) => proposal.part === 'role' && choice === 'separate').map(({ proposal }) => proposal);
  return decided.filter(({ proposal: { part, roleBefore, roleAfter } }) => part !== 'role-level' || !apart.some(({ before, after }) => has(before, roleBefore) && has(after, roleAfter)));
}

/** What is proposed stands first. */
function choicesOf(proposal: PairProposal): [ReleaseChoice, ...ReleaseChoice[]] {
  if (proposal.kind === 'renamed') return ['accept', 'keep-name', 'separate'];
  if (proposal.kind === 'word-replaced') return ['keep-name', 'accept', 'separate'];
  // A placement is in one role level: people cannot be carried from several, or to several.
  if (proposal.part !== 'skill') return ['carry-first', 'separate'];
  if (proposal.kind === 'split') return ['carry-all', 'start-anew', 'separate'];
  // Where one goes on under its name, it keeps its levels: it cannot start anew.
  return goesOn(proposal) ? ['carry-first', 'carry-all', 'separate'] : ['carry-all', 'carry-first', 'start-anew', 'separate'];
}

function has(names: readonly string[], name: string | null): boolean {
  return name !== null && names.some((one) => nameKey(one) === nameKey(name));
}
