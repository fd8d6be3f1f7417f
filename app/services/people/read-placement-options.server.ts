import { asc, eq } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, role, roleContent, roleLevel, roleLevelContent } from '#db/schema/index.ts';
import { readTeamTree } from './read-team-tree.server.ts';

/** What a form offers to place a person: the teams the viewer may write to, and the adopted role levels. */
export interface PlacementOptions {
  teams: TeamNode[];
  roles: { name: string; roleLevels: { id: string; name: string; grades: string[] }[] }[];
}

/** Roles by name, their levels from the most junior; only teams in which the viewer may add people. */
export async function readPlacementOptions(context: Context): Promise<PlacementOptions> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const tree = await readTeamTree(context.db);
  const rows = await context.db.transaction((tx) =>
    tx
      .select({
        roleId: role.id,
        roleName: roleContent.name,
        id: roleLevel.id,
        name: roleLevelContent.name,
        grades: roleLevelContent.grades,
      })
      .from(frameworkAdoption)
      .innerJoin(roleContent, joins.roleContents(frameworkAdoption.versionId))
      .innerJoin(role, joins.role(roleContent.roleId))
      .innerJoin(roleLevel, joins.roleLevels(role.id))
      .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
      .where(eq(frameworkAdoption.organisationId, organisationId))
      .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority)),
  );
  const roles = new Map<string, PlacementOptions['roles'][number]>();
  for (const row of rows) {
    const entry = roles.get(row.roleId) ?? { name: row.roleName, roleLevels: [] };
    entry.roleLevels.push({ id: row.id, name: row.name, grades: row.grades ?? [] });
    roles.set(row.roleId, entry);
  }
  return {
    teams: tree.filter((node) => isPermitted(context.viewer, 'write-people', { teamId: node.id })),
    roles: [...roles.values()],
  };
}
