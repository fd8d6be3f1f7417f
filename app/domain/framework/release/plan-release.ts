import type { ChangeNote, FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { mergeFacts } from '#app/domain/framework/merging/merge-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import type { AlignedStates } from '#app/domain/framework/release/changes/aligned-states.ts';
import { classifyExpectations } from '#app/domain/framework/release/changes/classify-expectations.ts';
import { classifyGone } from '#app/domain/framework/release/changes/classify-gone.ts';
import { classifyNew } from '#app/domain/framework/release/changes/classify-new.ts';
import { classifyPairings } from '#app/domain/framework/release/changes/classify-pairings.ts';
import { classifyRoles } from '#app/domain/framework/release/changes/classify-roles.ts';
import { classifySkills } from '#app/domain/framework/release/changes/classify-skills.ts';
import { orderItems } from '#app/domain/framework/release/changes/order-items.ts';
import { alignStates } from '#app/domain/framework/release/laying/align-states.ts';
import { carryNames } from '#app/domain/framework/release/laying/carry-names.ts';
import { decidePairings } from '#app/domain/framework/release/laying/decide-pairings.ts';
import { findAbsent } from '#app/domain/framework/release/laying/find-absent.ts';
import { joinPartNames } from '#app/domain/framework/release/laying/join-part-names.ts';
import { keepGone } from '#app/domain/framework/release/laying/keep-gone.ts';
import { layRelease } from '#app/domain/framework/release/laying/lay-release.ts';
import { renameFacts } from '#app/domain/framework/release/laying/rename-facts.ts';
import { withoutPartNames } from '#app/domain/framework/release/laying/without-part-names.ts';
import { notesOnMeaning } from '#app/domain/framework/release/notes/notes-on-meaning.ts';
import { pairParts } from '#app/domain/framework/release/pairing/pair-parts.ts';
import type { Pairing } from '#app/domain/framework/release/pairing/pairing.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import type { ReleaseChoice, ReleaseItem } from './release-item.ts';
import type { ReleasePlan } from './release-plan.ts';

export interface ReleaseInput {
  /** What the adopted version says as it was released; null for a first import. */
  base: FrameworkFacts | null;
  readings: readonly MergeReading[];
  changeNotes: readonly ChangeNote[];
  /** What people decided, by key of the item; what no item offers is left aside. */
  decisions: ReadonlyMap<string, ReleaseChoice>;
}

/**
 * What a release would change in the adopted version, one item for each change, and the facts and moves of identities
 * that follow from the decisions taken so far, or where one is missing from what is proposed. Names are paired and put
 * in line first; then the documents are laid over the adopted version; then the two states, under the same names, are
 * held side by side. A first import changes nothing and has no items; documents that contradict each other have
 * refusals, and the facts of the adopted version. README.md beside this file has the rule of each kind of change.
 */
export function planRelease({ base, readings, changeNotes, decisions }: ReleaseInput): ReleasePlan {
  const sources = readings.map(({ facts }) => facts);
  const said = mergeFacts(null, readings);
  if (base === null) return { ...emptyPlan, facts: settleFacts(said.facts, sources), notices: said.notices, refusals: said.refusals };
  const refusals = said.refusals.length > 0 ? said.refusals : mergeFacts(base, readings).refusals;
  if (refusals.length > 0) return { ...emptyPlan, facts: base, refusals };

  const pairing = pairNames(base, said.facts, readings, changeNotes);
  const pairings = decidePairings(pairing.proposals, decisions);
  const { moves, back, leaving, goesOnAs } = carryNames(pairings, pairing.respelled);
  const before = renameFacts(base, moves.renamed);
  const named = readings.map((reading) => ({ ...reading, facts: renameFacts(reading.facts, back) }));
  const { dropped } = findAbsent(before, named);
  const { facts, notices } = layRelease(before, named, joinPartNames(dropped, leaving), goesOnAs);

  const replaced = [...pairing.replacedWords, ...moves.renamed.filter(({ part }) => part === 'skill')];
  const states: AlignedStates = { before, after: facts, ...alignStates(base, before), pairings, gone: withoutPartNames(dropped, leaving), replaced, decisions };
  const items = orderItems([
    ...classifyPairings(base, pairings),
    ...classifyGone(states, pairing.gone),
    ...classifyNew(states, pairing.fresh),
    ...classifySkills(states, notesOnMeaning(base, said.facts, changeNotes)),
    ...classifyRoles(states),
    ...classifyExpectations(states),
  ]);
  return {
    items,
    facts,
    moves,
    meaningChanged: meaningChanged(items, decisions),
    kept: keepGone(states),
    undecided: items.filter(({ key, asks, choices }) => asks && !choices.some((choice) => choice === decisions.get(key))).map(({ key }) => key),
    notices,
    refusals: [],
  };
}

const emptyPlan = { items: [], moves: { renamed: [], succeeded: [] }, meaningChanged: [], kept: [], undecided: [], notices: [] };

/** Only names that the documents would have given, had they stayed, can have become others. */
function pairNames(base: FrameworkFacts, released: FrameworkFacts, readings: readonly MergeReading[], notes: readonly ChangeNote[]): Pairing {
  const { unnamed } = findAbsent(base, readings);
  return pairParts({ before: base, after: released, notes, absentSkills: [...unnamed.skills], absentRoles: [...unnamed.roles] });
}

function meaningChanged(items: readonly ReleaseItem[], decisions: ReadonlyMap<string, ReleaseChoice>): string[] {
  return items
    .filter(({ kind }) => kind === 'wording' || kind === 'meaning')
    .filter(({ key, kind, choices }) => {
      const decided = decisions.get(key);
      return (decided !== undefined && choices.includes(decided) ? decided : kind) === 'meaning';
    })
    .flatMap(({ after }) => after);
}
