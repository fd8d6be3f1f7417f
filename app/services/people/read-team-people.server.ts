import { and, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, person, placement, role, roleLevel, roleLevelContent, team } from '#db/schema/index.ts';
import { readTeam, type TeamPlace } from './read-team.server.ts';

export interface TeamPerson {
  id: string;
  name: string;
  grade: string | null;
  startsOn: string;
  leavesOn: string | null;
  teamId: string;
  teamName: string;
  roleName: string;
  roleLevelName: string;
  /** 1 is the most junior role level of the role; 0 where the adopted version no longer has it. */
  seniority: number;
}

/**
 * Everybody whose open placement is in the team or under it, by team and name, those who have not
 * started too; of an earlier day (`asOf`, an ISO date), everybody who stood there on that day. Nobody who has left: what is kept of them is the administrator's to erase. Throws 404 for
 * an unknown team, 403 where the viewer may not see its people.
 */
export async function readTeamPeople(
  context: Context,
  teamId: string,
  asOf = todayOf(context),
): Promise<{ team: TeamPlace; people: TeamPerson[] }> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const place = await readTeam(context, teamId);
  authorise(context, 'read-people', { teamId });
  const standing =
    asOf < todayOf(context)
      ? and(lte(placement.startsOn, asOf), or(isNull(placement.endsOn), gt(placement.endsOn, asOf)))
      : isNull(placement.endsOn);
  const people = await context.db.transaction((tx) =>
    tx
      .select({
        id: person.id,
        name: person.name,
        grade: person.grade,
        startsOn: person.startsOn,
        leavesOn: person.leavesOn,
        teamId: team.id,
        teamName: team.name,
        roleName: role.name,
        roleLevelName: roleLevel.name,
        seniority: sql<number>`coalesce(${roleLevelContent.seniority}, 0)`.mapWith(Number),
      })
      .from(placement)
      .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, placement.personId)))
      .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
      .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
      .innerJoin(role, joins.role(roleLevel.roleId))
      .leftJoin(frameworkAdoption, joins.adoption(role.frameworkId))
      .leftJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
      .where(
        and(
          eq(placement.organisationId, organisationId),
          inArray(placement.teamId, place.subtreeIds),
          standing,
          or(isNull(person.leavesOn), gte(person.leavesOn, asOf)),
        ),
      )
      .orderBy(team.name, person.name, person.id),
  );
  return { team: place, people };
}
