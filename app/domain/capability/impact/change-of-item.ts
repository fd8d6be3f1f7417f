import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import type { ReleaseChange } from './release-scope.ts';
import type { NamedIds, ScopedRelease } from './scope-release.ts';

/** Kinds of changes that those feel who were recorded in the skill. */
const feltByRecorded: ReadonlySet<ReleaseItem['kind']> = new Set(['renamed', 'word-replaced', 'merged', 'split', 'gone', 'meaning', 'wording']);

/** Kinds of changes that those feel who stand in the role level. */
const feltByPlaced: ReadonlySet<ReleaseItem['kind']> = new Set(['renamed', 'word-replaced', 'merged', 'split', 'gone', 'level-gone', 'grades-changed', 'family-changed', 'level-reordered']);

/**
 * What one item of a release does by itself, with the decisions that were taken: which expectations it moves, which
 * levels it carries across, which it marks for review.
 * - An item about an expectation moves that one expectation of the role levels it reaches.
 * - One about a skill that comes or goes (new, gone, merged, split, or a rename that was decided to be none) moves the
 *   expectations of the skills that come and go, and, of the role levels that expected one that goes, those of the
 *   skills that are in its place. A skill that stays moves nothing: its moved expectations are items of their own.
 * - One about a role or role level that goes moves everything that was expected there.
 * What it says and what it does may differ: an item that was decided away is found to do nothing, because what it
 * speaks of is on both sides.
 */
export function changeOfItem(item: ReleaseItem, { scope, ids }: ScopedRelease): ReleaseChange {
  const skillIds = skillsOf(item, ids);
  const roleLevelIds = item.reach.roleLevels.flatMap(({ roleName, roleLevelName }) => roleLevelOf(ids.before, roleName, roleLevelName) ?? roleLevelOf(ids.after, roleName, roleLevelName) ?? []);
  const isExpectation = item.kind.startsWith('expectation-');
  const isSkill = item.part === 'skill' && !isExpectation;
  const named = isSkill ? skillIds : new Set<string>();
  const changesName = item.before.length !== item.after.length || item.before.some((name, at) => name !== item.after[at]);
  const meaningChanged = new Set([...named].filter((id) => scope.meaningChanged.has(id)));
  const isFelt = changesName || meaningChanged.size > 0 || item.kind === 'merged' || item.kind === 'split';
  return {
    cells: isExpectation ? pairsOf(roleLevelIds, skillIds) : isSkill ? cellsOfSkills(skillIds, scope) : cellsOfGone(roleLevelIds, scope),
    succeeded: scope.succeeded.filter(({ from, to }) => named.has(from) && named.has(to)),
    meaningChanged,
    gone: new Set([...named].filter((id) => scope.skillsBefore.has(id) && !scope.skillsAfter.has(id))),
    recordSkills: feltByRecorded.has(item.kind) && isFelt ? new Set([...named].filter((id) => isTold(id, scope))) : new Set(),
    placedIn: item.part === 'skill' || isExpectation || !feltByPlaced.has(item.kind) ? new Set() : new Set(roleLevelIds.filter((id) => isPlaceTold(item, id, scope))),
  };
}

type Scope = ScopedRelease['scope'];

function skillsOf({ kind, part, before, after, detail, reach }: ReleaseItem, ids: ScopedRelease['ids']): Set<string> {
  const found = new Set<string>();
  const add = (name: string | undefined, ...sides: NamedIds[]) => {
    const id = name === undefined ? undefined : sides.map((side) => side.skills.get(nameKey(name))).find((one) => one !== undefined);
    if (id !== undefined) found.add(id);
  };
  if (kind.startsWith('expectation-')) {
    add(detail.skillName, ids.after, ids.before);
    for (const name of reach.skillNames) add(name, ids.before, ids.after);
  } else if (part === 'skill') {
    for (const name of [...before, ...reach.skillNames]) add(name, ids.before);
    for (const name of after) add(name, ids.after);
  }
  return found;
}

function roleLevelOf(ids: NamedIds, roleName: string, roleLevelName: string): string | undefined {
  return ids.roleLevels.get(ids.roles.get(nameKey(roleName)) ?? '')?.get(nameKey(roleLevelName));
}

function pairsOf(roleLevelIds: readonly string[], skillIds: ReadonlySet<string>) {
  return new Map(roleLevelIds.map((id) => [id, skillIds]));
}

function cellsOfSkills(skillIds: ReadonlySet<string>, { barBefore, barAfter, skillsBefore, skillsAfter }: Scope) {
  const goes = [...skillIds].filter((id) => skillsBefore.has(id) && !skillsAfter.has(id));
  const comes = [...skillIds].filter((id) => !skillsBefore.has(id) && skillsAfter.has(id));
  const cells = new Map<string, ReadonlySet<string>>();
  for (const id of new Set([...barBefore.keys(), ...barAfter.keys()])) {
    const lost = goes.some((skillId) => barBefore.get(id)?.has(skillId));
    const moved = lost ? skillIds : new Set(comes.filter((skillId) => barAfter.get(id)?.has(skillId)));
    if (moved.size > 0) cells.set(id, moved);
  }
  return cells;
}

function cellsOfGone(roleLevelIds: readonly string[], { barBefore, barAfter }: Scope) {
  const gone = roleLevelIds.filter((id) => !barAfter.has(id));
  return new Map(gone.map((id) => [id, new Set(barBefore.get(id)?.keys())]));
}

/** A skill that was decided to stay as it was is told by nothing. */
function isTold(id: string, { skillsBefore, skillsAfter, meaningChanged, succeeded }: Scope): boolean {
  if (!skillsBefore.has(id)) return false;
  return skillsBefore.get(id) !== skillsAfter.get(id) || meaningChanged.has(id) || succeeded.some(({ to }) => to === id);
}

function isPlaceTold({ kind }: ReleaseItem, id: string, { barAfter }: Scope): boolean {
  return kind === 'gone' || kind === 'level-gone' ? !barAfter.has(id) : true;
}
