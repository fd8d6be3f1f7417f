import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import { currentReadings } from '#app/domain/assessment/current-readings.ts';
import type { CellFacts } from '#app/domain/capability/cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { ReleaseChange, ReleaseScope } from './release-scope.ts';

/**
 * What is known of a person with a part of a release applied, or all of it. Nothing that was recorded changes: what is
 * expected follows the role level, what was recorded of a skill counts for what takes its place, the newest first, and
 * what changed its meaning is to be reviewed. `records` are the person's, at least of the skills that go on in others.
 */
export function applyChange(
  person: PersonFacts,
  change: ReleaseChange,
  scope: ReleaseScope,
  records: readonly AssessmentRecord[],
  asOf: string,
): CellFacts[] {
  const cells = new Map(person.cells.map((cell) => [cell.skillId, cell]));
  const cellOf = (skillId: string) => cells.get(skillId) ?? nothingKnown(skillId);
  for (const skillId of movedSkills(person.roleLevelId, change, scope)) {
    cells.set(skillId, { ...cellOf(skillId), expectedLevel: scope.barAfter.get(person.roleLevelId)?.get(skillId) ?? null });
  }
  for (const to of new Set(change.succeeded.map((pair) => pair.to))) {
    const froms = change.succeeded.filter((pair) => pair.to === to).map((pair) => pair.from);
    const counting = records.flatMap((record) => {
      if (record.skillId === to) return [record];
      return froms.includes(record.skillId) ? [{ ...record, skillId: to, review: record.level !== null }] : [];
    });
    const readings = currentReadings(counting, asOf).get(person.id)?.get(to);
    if (readings) cells.set(to, { ...cellOf(to), ...readings });
  }
  for (const { from } of change.succeeded) if (!scope.skillsAfter.has(from)) cells.delete(from);
  for (const skillId of change.meaningChanged) {
    const cell = cells.get(skillId);
    if (cell?.agreed && cell.agreed.level !== null) cells.set(skillId, { ...cell, needsReview: true });
  }
  return [...cells.values()].filter(({ expectedLevel, self, manager, agreed }) => expectedLevel !== null || self || manager || agreed);
}

function movedSkills(roleLevelId: string, { cells }: ReleaseChange, { barBefore, barAfter }: ReleaseScope): Iterable<string> {
  if (cells !== 'all') return cells.get(roleLevelId) ?? [];
  return new Set([...(barBefore.get(roleLevelId)?.keys() ?? []), ...(barAfter.get(roleLevelId)?.keys() ?? [])]);
}

function nothingKnown(skillId: string): CellFacts {
  return { skillId, expectedLevel: null, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false };
}
