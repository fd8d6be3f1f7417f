import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import { readCellsOn } from '#app/services/capability/read-cells-on.server.ts';
import { readPlacedPeople } from '#app/services/capability/read-placed-people.server.ts';
import type { Tx } from '#db/tenant.ts';
import { readExpectationsOf } from './read-expectations-of.server.ts';
import { readVersionsOn } from './read-versions-on.server.ts';

export interface EarlierPeople {
  people: PersonFacts[];
  /** What was expected of any of them, also where the framework does not have the skill any more. */
  skills: MatrixSkill[];
}

/**
 * Who stood in these teams on an earlier ISO day, with what was known by then, against what their role level of that day was expected to
 * hold in the framework version of that day: the bar as it stood. (`readPeopleFacts` sets the past against the version adopted now.)
 * Runs inside the caller's transaction, who has authorised the teams.
 */
export async function readEarlierPeople(tx: Tx, organisationId: string, teamIds: readonly string[], day: string): Promise<EarlierPeople> {
  const placed = await readPlacedPeople(tx, organisationId, teamIds, day, true);
  if (placed.length === 0) return { people: [], skills: [] };
  const versionIds = await readVersionsOn(tx, organisationId, day);
  const expected = await readExpectationsOf(tx, organisationId, versionIds, [...new Set(placed.map(({ roleLevelId }) => roleLevelId))]);
  const cells = await readCellsOn(tx, organisationId, placed, day, expected);
  const undefinedOf = new Set(expected.filter(({ isUndefined }) => isUndefined).map(({ roleLevelId, skillId }) => `${roleLevelId}/${skillId}`));
  const people = placed.map((person) => ({
    ...person,
    cells: (cells.get(person.id) ?? []).map((cell) => ({ ...cell, levelUndefined: undefinedOf.has(`${person.roleLevelId}/${cell.skillId}`) })),
  }));
  const skills = new Map(expected.map(({ skillId, skillName }) => [skillId, { id: skillId, key: skillId, name: skillName }]));
  return { people, skills: [...skills.values()] };
}
