import type { CellFacts } from '#app/domain/capability/cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { type AdoptedContent, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import { readCurrentCells, type CellRow } from './read-current-cells.server.ts';
import { readPastCells } from './read-past-cells.server.ts';
import { readPlacedPeople } from './read-placed-people.server.ts';

/**
 * The people placed in these teams and present on the date, with what was known of each of their
 * skills by then. Today's answer comes from the kept table; an earlier date's from the history rolled
 * forward, against the expectations of the framework version adopted now. A date after today is read
 * as today's levels with the people of that date. `adopted` is what the caller reads of the framework.
 * The caller has authorised the teams.
 */
export async function readPeopleFacts(
  context: Context,
  teamIds: readonly string[],
  asOf: string,
  adopted?: Promise<AdoptedContent>,
): Promise<PersonFacts[]> {
  const isPast = asOf < todayOf(context);
  return context.db.transaction(async (tx) => {
    const organisationId = context.db.organisationId;
    const content = adopted ?? readAdoptedContent(tx, organisationId);
    const placed = readPlacedPeople(tx, organisationId, teamIds, asOf, isPast, content);
    const [{ undefinedLevels }, people, cells] = await Promise.all([
      content,
      placed,
      isPast ? placed.then((found) => readPastCells(tx, organisationId, found, asOf)) : readCurrentCells(tx, organisationId, teamIds),
    ]);
    return people.map((person) => ({
      ...person,
      cells: (cells.get(person.id) ?? []).map((row) => factsOf(row, undefinedLevels.get(row.skillId))),
    }));
  });
}

const none: readonly number[] = [];

/** `undefinedHere` are the levels of the row's skill that its version leaves undefined. */
function factsOf(row: CellRow, undefinedHere = none): CellFacts {
  const { skillId, expectedLevel, self, manager, agreed, needsReview, disputed } = row;
  const isUndefined = (ordinal: number | null | undefined) => typeof ordinal === 'number' && undefinedHere.includes(ordinal);
  const levelUndefined = undefinedHere.length > 0 && (isUndefined(expectedLevel) || isUndefined(agreed?.level));
  return { skillId, expectedLevel, self, manager, agreed, needsReview, disputed, levelUndefined };
}
