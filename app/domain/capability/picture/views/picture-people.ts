import { leavingWords } from '#app/domain/capability/leaving-words.ts';
import { orderPeople } from '#app/domain/capability/order-people.ts';
import { orderSkills } from '#app/domain/capability/order-skills.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { judgeRows } from './judge-rows.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureSource } from './picture-source.ts';

export interface PeoplePictureOptions {
  /** Ids of the teams in the order in which they are shown. */
  teamOrder: readonly string[];
}

/**
 * The picture of people x skills. People: by team in the order given, then the most senior first, then by name; grouped by team.
 * Skills: those expected of the most people first, then by name; also those that a rule asks for, that somebody was assessed in, or, in
 * a comparison, that was expected of somebody on the earlier day. Somebody who was not in these teams on that day has no earlier cells;
 * who has left since stands in no row.
 */
export function picturePeople(source: PictureSource, { teamOrder }: PeoplePictureOptions): Picture {
  const people = orderPeople(source.people, teamOrder);
  const earlierOf = source.earlier && new Map(source.earlier.people.map((person) => [person.id, person]));
  const skills = orderSkills(people, source.skills, {
    includeUnexpected: true,
    ruledSkillIds: [...source.ruledSkillIds, ...expectedSkills(people.flatMap(({ id }) => earlierOf?.get(id) ?? []))],
  });
  const { reviewPeriodDays } = source;
  const teams = [...new Map(people.map(({ teamId, teamName }) => [teamId, { id: teamId, name: teamName }])).values()];
  const groupOf = new Map(teams.map(({ id }, place) => [id, place]));
  return {
    view: 'people',
    asOf: source.asOf,
    before: source.earlier?.asOf ?? null,
    rows: people.map((person) => ({ id: person.id, name: person.name, note: noteOf(person), group: groupOf.get(person.teamId)! })),
    groups: teams,
    columns: skills.map(({ id, name }) => ({ id, name, group: null })),
    columnGroups: [],
    cells: packCells(judgeRows(people, skills, { asOf: source.asOf, reviewPeriodDays })),
    earlier: source.earlier && earlierOf && packCells(judgeRows(people.map(({ id }) => earlierOf.get(id) ?? null), skills, { asOf: source.earlier.asOf, reviewPeriodDays })),
    people: people.length,
    hidden: { rows: 0, columns: 0 },
    disclosureControlled: false,
  };
}

function expectedSkills(people: readonly PersonFacts[]): Set<string> {
  const found = new Set<string>();
  for (const { cells } of people) for (const { skillId, expectedLevel } of cells) if (expectedLevel !== null) found.add(skillId);
  return found;
}

function noteOf({ roleLevelName, seniority, leavesOn }: PersonFacts): string {
  const roleLevel = roleLevelWords(roleLevelName, seniority);
  return leavesOn === null ? roleLevel : `${roleLevel}, ${leavingWords(leavesOn)}`;
}
