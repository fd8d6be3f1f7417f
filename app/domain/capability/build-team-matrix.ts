import type { CellFacts, MatrixCell, MatrixPerson, MatrixSkill, TeamMatrix } from './cell.ts';
import { judgeCell, type JudgeOptions } from './judge-cell.ts';
import { orderPeople } from './order-people.ts';
import { orderSkills, type SkillChoice } from './order-skills.ts';
import type { PersonFacts } from './person-facts.ts';

export interface TeamMatrixOptions extends JudgeOptions, SkillChoice {
  /** Ids of the teams in the order in which they are shown; people of other teams come last, by team name. */
  teamOrder: readonly string[];
}

/**
 * The heatmap of people x skills, every cell judged, in the order in which it is shown.
 * People: by team in the order given, then the most senior first, then by name.
 * Skills: those expected of the most people first, then by name; a skill expected of nobody is left out unless asked for.
 * The people given are taken to be those of the date; leavers are not looked for.
 */
export function buildTeamMatrix(
  people: readonly PersonFacts[],
  skills: readonly MatrixSkill[],
  options: TeamMatrixOptions,
): TeamMatrix {
  const factsOf = new Map(
    people.map((person) => [person.id, new Map(person.cells.map((cell) => [cell.skillId, cell]))]),
  );
  const shown = orderSkills(people, skills, options);
  const cellsOf = (personId: string): MatrixCell[] =>
    shown.map(({ id }) => judgeCell(factsOf.get(personId)?.get(id) ?? nothingKnown(id), options));
  return {
    skills: shown,
    people: orderPeople(people, options.teamOrder).map((person) => matrixPerson(person, cellsOf(person.id))),
  };
}

function matrixPerson(person: PersonFacts, cells: MatrixCell[]): MatrixPerson {
  const { id, name, teamId, teamName, roleName, roleLevelName, seniority, leavesOn } = person;
  return { id, name, teamId, teamName, roleName, roleLevelName, seniority, leavesOn, cells };
}

function nothingKnown(skillId: string): CellFacts {
  return { skillId, expectedLevel: null, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false };
}
