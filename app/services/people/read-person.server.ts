import { and, eq, isNull, sql } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, person, placement, role, roleLevel, roleLevelContent, team } from '#db/schema/index.ts';

/** One person, with the placement that is open. */
export interface PersonRecord {
  id: string;
  name: string;
  email: string | null;
  grade: string | null;
  startsOn: string;
  leavesOn: string | null;
  revision: number;
  teamId: string | null;
  teamName: string | null;
  roleLevelId: string | null;
  roleLevelName: string | null;
  /** 1 is the most junior role level of the role; 0 where the adopted version no longer has it, or there is none. */
  seniority: number;
  roleId: string | null;
  roleKey: string | null;
  roleName: string | null;
}

/**
 * A person of the viewer's organisation, for somebody who may see the record.
 * Throws 404 for an id that is not one of the organisation's, 403 where the viewer may not look.
 */
export async function readPerson(context: Context, personId: string): Promise<PersonRecord> {
  if (!isUuid(personId)) throw notFound();
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const [found] = await context.db.transaction((tx) =>
    tx
      .select({
        id: person.id,
        name: person.name,
        email: person.email,
        grade: person.grade,
        startsOn: person.startsOn,
        leavesOn: person.leavesOn,
        revision: person.revision,
        teamId: placement.teamId,
        teamName: team.name,
        roleLevelId: placement.roleLevelId,
        roleLevelName: roleLevel.name,
        seniority: sql<number>`coalesce(${roleLevelContent.seniority}, 0)`.mapWith(Number),
        roleId: role.id,
        roleKey: role.key,
        roleName: role.name,
      })
      .from(person)
      .leftJoin(
        placement,
        and(
          eq(placement.organisationId, organisationId),
          eq(placement.personId, person.id),
          isNull(placement.endsOn),
        ),
      )
      .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
      .leftJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
      .leftJoin(role, joins.role(roleLevel.roleId))
      .leftJoin(frameworkAdoption, joins.adoption(role.frameworkId))
      .leftJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
      .where(and(eq(person.organisationId, organisationId), eq(person.id, personId))),
  );
  if (!found) throw notFound();
  authorise(context, 'read-people', personSubject(found));
  return found;
}
