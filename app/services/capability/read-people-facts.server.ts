import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readCurrentCells, type CellRow } from './read-current-cells.server.ts';
import { readPastCells } from './read-past-cells.server.ts';
import { readPlacedPeople } from './read-placed-people.server.ts';
import { readUndefinedLevels } from './read-undefined-levels.server.ts';

/**
 * The people placed in these teams and present on the date, with what was known of each of their
 * skills by then. Today's answer comes from the kept table; an earlier date's from the history rolled
 * forward, against the expectations of the framework version adopted now. A date after today is read
 * as today's levels with the people of that date. The caller has authorised the teams.
 */
export async function readPeopleFacts(
  context: Context,
  teamIds: readonly string[],
  asOf: string,
): Promise<PersonFacts[]> {
  const isPast = asOf < todayOf(context);
  return context.db.transaction(async (tx) => {
    const organisationId = context.db.organisationId;
    const people = await readPlacedPeople(tx, organisationId, teamIds, asOf, isPast);
    const cells = isPast
      ? await readPastCells(tx, organisationId, people, asOf)
      : await readCurrentCells(tx, organisationId, teamIds);
    const undefinedLevels = await readUndefinedLevels(tx, organisationId);
    return people.map((person) => ({
      ...person,
      cells: (cells.get(person.id) ?? []).map((row) => factsOf(row, undefinedLevels)),
    }));
  });
}

function factsOf(row: CellRow, undefinedLevels: ReadonlySet<string>) {
  const isUndefined = (ordinal: number | null) => ordinal !== null && undefinedLevels.has(`${row.skillId}/${ordinal}`);
  return { ...row, levelUndefined: isUndefined(row.expectedLevel) || isUndefined(row.agreed?.level ?? null) };
}
