import type { CellFacts, MatrixCell, MatrixPerson, MatrixSkill, TeamMatrix } from './cell.ts';
import { compareNames } from './compare-names.ts';
import { judgeCell, type JudgeOptions } from './judge-cell.ts';
import type { PersonFacts } from './person-facts.ts';

export interface TeamMatrixOptions extends JudgeOptions {
  /** Ids of the teams in the order in which they are shown; people of other teams come last, by team name. */
  teamOrder: readonly string[];
  /** Also show skills that nobody here is expected to hold: those somebody was assessed in, and `ruledSkillIds`. */
  includeUnexpected?: boolean;
  /** Skills that a coverage rule of these teams asks for. */
  ruledSkillIds?: readonly string[];
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

function orderPeople(people: readonly PersonFacts[], teamOrder: readonly string[]): PersonFacts[] {
  const place = new Map(teamOrder.map((id, index) => [id, index]));
  const placeOf = (person: PersonFacts): number => place.get(person.teamId) ?? teamOrder.length;
  return [...people].sort(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      compareNames(one.teamName, other.teamName) ||
      compareNames(one.teamId, other.teamId) ||
      other.seniority - one.seniority ||
      compareNames(one.name, other.name) ||
      compareNames(one.id, other.id),
  );
}

function orderSkills(
  people: readonly PersonFacts[],
  skills: readonly MatrixSkill[],
  { includeUnexpected = false, ruledSkillIds = [] }: TeamMatrixOptions,
): MatrixSkill[] {
  const expectedOf = new Map<string, number>();
  const wanted = new Set(includeUnexpected ? ruledSkillIds : []);
  for (const cell of people.flatMap((person) => person.cells)) {
    if (cell.expectedLevel !== null) expectedOf.set(cell.skillId, (expectedOf.get(cell.skillId) ?? 0) + 1);
    else if (includeUnexpected && (cell.self || cell.manager || cell.agreed)) wanted.add(cell.skillId);
  }
  return skills
    .filter(({ id }) => expectedOf.has(id) || wanted.has(id))
    .sort(
      (one, other) =>
        (expectedOf.get(other.id) ?? 0) - (expectedOf.get(one.id) ?? 0) ||
        compareNames(one.name, other.name) ||
        compareNames(one.id, other.id),
    );
}

function matrixPerson(person: PersonFacts, cells: MatrixCell[]): MatrixPerson {
  const { id, name, teamId, teamName, roleName, roleLevelName, seniority, leavesOn } = person;
  return { id, name, teamId, teamName, roleName, roleLevelName, seniority, leavesOn, cells };
}

function nothingKnown(skillId: string): CellFacts {
  return { skillId, expectedLevel: null, self: null, manager: null, agreed: null, levelUndefined: false, needsReview: false };
}
