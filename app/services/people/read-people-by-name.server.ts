import { and, eq, gte, ilike, isNull, or } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { person, placement, roleLevel, team } from '#db/schema/index.ts';

export interface FoundPerson {
  id: string;
  name: string;
  teamName: string | null;
}

/** Nobody reads further down a list of names than this. */
const mostFound = 50;

/**
 * People whose name holds these words, by name; only those whose record the viewer may open, so that
 * a name outside their reach is not even confirmed. Nobody who has left. At most 50.
 */
export async function readPeopleByName(context: Context, words: string): Promise<FoundPerson[]> {
  const organisationId = context.db.organisationId;
  // PostgreSQL takes no text with this character, so that no name holds it.
  if (words.includes('\0')) return [];
  // In a LIKE pattern these three mean something else than themselves.
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await context.db.transaction((tx) =>
    tx
      .select({ id: person.id, name: person.name, teamId: placement.teamId, teamName: team.name, roleId: roleLevel.roleId })
      .from(person)
      .leftJoin(
        placement,
        and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id), isNull(placement.endsOn)),
      )
      .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
      .leftJoin(roleLevel, frameworkJoins(organisationId).roleLevel(placement.roleLevelId))
      .where(
        and(
          eq(person.organisationId, organisationId),
          ilike(person.name, pattern),
          or(isNull(person.leavesOn), gte(person.leavesOn, todayOf(context))),
        ),
      )
      .orderBy(person.name, person.id),
  );
  return rows
    .filter((row) => isPermitted(context.viewer, 'read-people', personSubject(row)))
    .slice(0, mostFound)
    .map(({ id, name, teamName }) => ({ id, name, teamName }));
}
