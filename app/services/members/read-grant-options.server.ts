import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { accessGrant, frameworkAdoption, placement, role, roleContent, roleLevel, team } from '#db/schema/index.ts';

/** What a form offers for grants: the teams and the roles of the adopted frameworks, each by name, and then the roles that are gone and still granted or held. */
export interface GrantOptions {
  teams: { id: string; name: string }[];
  roles: { id: string; name: string }[];
}

/** What grants can reach in the viewer's organisation. Throws 403 for whoever may not manage access. */
export async function readGrantOptions(context: Context): Promise<GrantOptions> {
  authorise(context, 'manage-access');
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  return context.db.transaction(async (tx) => {
    const teams = await tx
      .select({ id: team.id, name: team.name })
      .from(team)
      .where(eq(team.organisationId, organisationId))
      .orderBy(asc(team.name), asc(team.id));
    const roles = await tx
      .select({ id: role.id, name: roleContent.name })
      .from(frameworkAdoption)
      .innerJoin(roleContent, joins.roleContents(frameworkAdoption.versionId))
      .innerJoin(role, joins.role(roleContent.roleId))
      .where(eq(frameworkAdoption.organisationId, organisationId))
      .orderBy(asc(roleContent.name), asc(role.id));
    // A role that is gone stays where it was granted, and can be granted over those who still stand in it.
    const gone = await tx
      .select({ id: role.id, name: role.name })
      .from(role)
      .where(
        and(
          eq(role.organisationId, organisationId),
          notInArray(role.id, tx.select({ id: roleContent.roleId }).from(frameworkAdoption).innerJoin(roleContent, joins.roleContents(frameworkAdoption.versionId)).where(eq(frameworkAdoption.organisationId, organisationId))),
          or(
            inArray(role.id, tx.select({ id: sql<string>`${accessGrant.roleId}` }).from(accessGrant).where(and(eq(accessGrant.organisationId, organisationId), isNotNull(accessGrant.roleId)))),
            inArray(
              role.id,
              tx
                .select({ id: roleLevel.roleId })
                .from(placement)
                .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
                .where(and(eq(placement.organisationId, organisationId), isNull(placement.endsOn))),
            ),
          ),
        ),
      )
      .orderBy(asc(role.name), asc(role.id));
    return { teams, roles: [...roles, ...gone.map(({ id, name }) => ({ id, name: roleLevelWords(name, 0) }))] };
  });
}
