import type { CellFacts, MatrixCell, MatrixSkill } from '#app/domain/capability/cell.ts';
import { judgeCell, type JudgeOptions } from '#app/domain/capability/judge-cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';

/**
 * The judged cells of these people, row after row, one for each skill; null for each cell of a row in which nobody stands.
 * One after the other, for `packCells`: the cells of thousands of people are never all there at once.
 */
export function* judgeRows(people: readonly (PersonFacts | null)[], skills: readonly MatrixSkill[], options: JudgeOptions): Generator<MatrixCell | null> {
  for (const person of people) {
    const facts = person && new Map(person.cells.map((cell) => [cell.skillId, cell]));
    for (const { id } of skills) yield facts && judgeCell(facts.get(id) ?? nothingKnown(id), options);
  }
}

function nothingKnown(skillId: string): CellFacts {
  return { skillId, expectedLevel: null, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false };
}
