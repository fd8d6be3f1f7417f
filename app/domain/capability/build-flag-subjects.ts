import type { FlagSubject } from './flag.ts';
import { judgeCell, type JudgeOptions } from './judge-cell.ts';
import type { PersonFacts } from './person-facts.ts';

/** People as the flag rules need them: the same facts as the heatmap's, judged by the same rule for the same date. */
export function buildFlagSubjects(people: readonly PersonFacts[], options: JudgeOptions): FlagSubject[] {
  return people.map(({ id, name, teamId, teamName, roleLevelId, leavesOn, cells }) => ({
    id,
    name,
    teamId,
    teamName,
    roleLevelId,
    leavesOn,
    cells: cells.map((facts) => judgeCell(facts, options)),
  }));
}
