import { asc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, role, roleContent, team } from '#db/schema/index.ts';

/** What a form offers for grants: the teams and the roles of the adopted frameworks, each by name. */
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
    return { teams, roles };
  });
}
