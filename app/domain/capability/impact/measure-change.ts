import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { FlagSubject } from '#app/domain/capability/flag.ts';
import { judgeCell } from '#app/domain/capability/judge-cell.ts';
import { applyChange } from './apply-change.ts';
import { changedSkills } from './changed-skills.ts';
import { compareCells } from './compare-cells.ts';
import { flagsAroundChange } from './flags-around-change.ts';
import type { PreparedImpact } from './prepare-impact.ts';
import type { Impact, ImpactRow } from './release-impact.ts';
import type { ReleaseChange } from './release-scope.ts';

/** What a change comes to, with whom it touches. */
export interface MeasuredChange {
  impact: Impact;
  /** By team, name and skill. */
  rows: ImpactRow[];
  /** Ids of the people it touches, seen or not, with their teams. */
  touched: ReadonlyMap<string, string>;
  /** Those of whom something is expected or known otherwise, if only what one voice said, as they are then. */
  after: ReadonlyMap<string, FlagSubject>;
}

/**
 * Whom a part of a release touches, and what it changes for them: before against after, with nothing else of the
 * release applied. Everything is worked out by the same rules as the heatmap and the flags.
 */
export function measureChange(prepared: PreparedImpact, change: ReleaseChange): MeasuredChange {
  const { facts, people, scope, unseenIn } = prepared;
  const placed = placesOf(change, prepared);
  const touched = new Map<string, string>();
  const after = new Map<string, FlagSubject>();
  const rows: ImpactRow[] = [];
  let measuredOtherwise = 0;
  for (const id of peopleOf(change, prepared, placed)) {
    const { facts: person, subject } = people.get(id)!;
    // A cell that the change leaves alone is the same object, and is judged already.
    const judged = new Map(person.cells.map((cell, at) => [cell, subject.cells[at]!]));
    const cells = applyChange(person, change, scope, facts.records.get(id) ?? [], facts.asOf).map((cell) => judged.get(cell) ?? judgeCell(cell, facts));
    const changes = compareCells(subject.cells, cells.filter(({ skillId }) => !change.gone.has(skillId)), change.recordSkills);
    const isMeasuredOtherwise = changes.some(({ isMoved }) => isMoved);
    if (isMeasuredOtherwise) measuredOtherwise += 1;
    if (isMeasuredOtherwise || changedSkills(subject.cells, cells).length > 0) after.set(id, { ...subject, cells });
    if (changes.length > 0 || placed.has(person.roleLevelId)) touched.set(id, person.teamId);
    rows.push(...changes.map((one): ImpactRow => ({ ...one, ...namesOf(person, one.skillId, prepared) })).sort((one, other) => compareNames(one.skillName, other.skillName)));
  }
  const unseen = [...unseenPlaces(change, prepared, placed)].flatMap((roleLevelId) => unseenIn.get(roleLevelId) ?? []);
  for (const { id, teamId } of unseen) touched.set(id, teamId);
  const count = (holds: (row: ImpactRow) => boolean) => rows.filter(holds).length;
  return {
    rows,
    touched,
    after,
    impact: {
      people: touched.size,
      teams: new Set(touched.values()).size,
      unseen: unseen.length,
      measuredOtherwise,
      metToBelow: count(({ crossing }) => crossing === 'met-to-below'),
      belowToMet: count(({ crossing }) => crossing === 'below-to-met'),
      toReview: count(({ toReview }) => toReview),
      flags: flagsAroundChange(prepared, change, after),
    },
  };
}

/** Role levels whose expectations move, or that are told of themselves. */
function placesOf({ cells, placedIn }: ReleaseChange, { scope: { barBefore, barAfter } }: PreparedImpact): Set<string> {
  const moves = (id: string, skillIds: Iterable<string>) => [...skillIds].some((skillId) => barBefore.get(id)?.get(skillId) !== barAfter.get(id)?.get(skillId));
  const asked =
    cells === 'all'
      ? [...new Set([...barBefore.keys(), ...barAfter.keys()])].map((id) => [id, [...(barBefore.get(id)?.keys() ?? []), ...(barAfter.get(id)?.keys() ?? [])]] as const)
      : [...cells];
  return new Set([...placedIn, ...asked.filter(([id, skillIds]) => moves(id, skillIds)).map(([id]) => id)]);
}

/** In the order of the people. */
function peopleOf(change: ReleaseChange, { people, placedIn, recordedIn }: PreparedImpact, placed: ReadonlySet<string>): string[] {
  const skillIds = new Set([...change.recordSkills, ...change.gone, ...change.meaningChanged, ...change.succeeded.flatMap(({ from, to }) => [from, to])]);
  const ids = new Set([...[...placed].flatMap((id) => placedIn.get(id) ?? []), ...[...skillIds].flatMap((id) => recordedIn.get(id) ?? [])]);
  return [...ids].sort((one, other) => people.get(one)!.place - people.get(other)!.place);
}

/** Where levels may not be seen, that a role level expects the skill stands for that something was recorded. */
function unseenPlaces(change: ReleaseChange, { scope: { barBefore } }: PreparedImpact, placed: ReadonlySet<string>): Set<string> {
  const skillIds = [...change.recordSkills, ...change.gone, ...change.meaningChanged, ...change.succeeded.map(({ from }) => from)];
  const expecting = [...barBefore].filter(([, expected]) => skillIds.some((skillId) => expected.has(skillId)));
  return new Set([...placed, ...expecting.map(([id]) => id)]);
}

function namesOf(person: { id: string; name: string; teamId: string; teamName: string; roleName: string; roleLevelName: string }, skillId: string, { scope }: PreparedImpact) {
  const { id: personId, name: personName, teamId, teamName, roleName, roleLevelName } = person;
  const skillName = scope.skillsAfter.get(skillId) ?? scope.skillsBefore.get(skillId) ?? '';
  return { personId, personName, teamId, teamName, roleName, roleLevelName, skillName };
}
