import { nameKey } from '#app/domain/framework/name-key.ts';
import type { RespelledPart } from '#app/domain/framework/release/pairing/pairing.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';
import type { DecidedPairing } from './decide-pairings.ts';
import { goesOn } from './goes-on.ts';
import type { PartNames } from './part-names.ts';
import type { Renaming } from './rename-facts.ts';

/** What decided pairings come to. */
export interface CarriedNames {
  moves: IdentityMoves;
  /** Names of the release that go back to those of the adopted version. */
  back: Renaming[];
  /** What goes into or falls apart into others, by the names that it has after `moves`. */
  leaving: PartNames;
  /** Which skill stands for one that leaves. */
  goesOnAs: Map<string, string>;
}

/**
 * How identities go on. Renamed: the same one, under the new name, or the release's name goes back. Merged: the first
 * named goes on (`carry-first`), or what was recorded of each counts for what came of them (`carry-all`), or nothing
 * does. Split: what was recorded counts for each part, or for none but the one that keeps the name.
 */
export function carryNames(pairings: readonly DecidedPairing[], respelled: readonly RespelledPart[]): CarriedNames {
  const carried: CarriedNames = {
    moves: { renamed: [], succeeded: [] },
    back: [],
    leaving: { skills: new Set(), roles: new Set(), roleLevels: new Set() },
    goesOnAs: new Map(),
  };
  for (const { part, roleBefore, before, after } of respelled) {
    if (nameKey(before) !== nameKey(after)) carried.moves.renamed.push({ part, roleName: roleBefore, from: before, to: after });
  }
  for (const pairing of pairings) {
    if (pairing.choice === 'separate') continue;
    const { kind, part, roleBefore, roleAfter, before, after } = pairing.proposal;
    const [from = '', to = ''] = [before[0], after[0]];
    if (kind === 'merged' || kind === 'split') carrySeveral(pairing, carried);
    else if (pairing.choice === 'keep-name') carried.back.push({ part, roleName: roleAfter, from: to, to: from });
    else carried.moves.renamed.push({ part, roleName: roleBefore, from, to });
  }
  leaveRoleLevels(pairings, carried);
  return carried;
}

function carrySeveral({ proposal, choice }: DecidedPairing, { moves, leaving, goesOnAs }: CarriedNames): void {
  const { part, roleBefore, before, after } = proposal;
  const [first = '', to = ''] = [before[0], after[0]];
  const isCarriedOn = choice === 'carry-first' && !goesOn(proposal);
  if (isCarriedOn) moves.renamed.push({ part, roleName: roleBefore, from: first, to });
  const survivors = new Set([...after.map(nameKey), ...(isCarriedOn ? [nameKey(first)] : [])]);
  for (const name of before) {
    if (choice === 'carry-all') moves.succeeded.push(...after.filter((other) => nameKey(other) !== nameKey(name)).map((other) => ({ from: name, to: other })));
    if (survivors.has(nameKey(name))) continue;
    if (part === 'skill') {
      leaving.skills.add(nameKey(name));
      goesOnAs.set(nameKey(name), to);
    } else if (part === 'role') leaving.roles.add(nameKey(name));
  }
}

function survivesAs(name: string, after: readonly string[]): boolean {
  return after.some((other) => nameKey(other) === nameKey(name));
}

/** Role levels leave by the name that their role has after all renamings, so they come last. */
function leaveRoleLevels(pairings: readonly DecidedPairing[], { moves, leaving }: CarriedNames): void {
  const roleNames = new Map(moves.renamed.filter(({ part }) => part === 'role').map(({ from, to }) => [nameKey(from), to]));
  for (const { proposal, choice } of pairings) {
    const { part, kind, roleBefore, before, after } = proposal;
    if (part !== 'role-level' || choice === 'separate' || (kind !== 'merged' && kind !== 'split')) continue;
    const roleName = roleNames.get(nameKey(roleBefore ?? '')) ?? roleBefore ?? '';
    for (const name of before.slice(1)) if (!survivesAs(name, after)) leaving.roleLevels.add(roleLevelKey(roleName, name));
  }
}
