import { and, asc, eq } from 'drizzle-orm';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { accessGrant, appUser, person, role, team } from '#db/schema/index.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/** A grant with the names of what it reaches; null reaches everything. */
export interface OwnGrant {
  accessRole: GrantableRole;
  teamName: string | null;
  roleName: string | null;
}

/** One's own account, as its overview shows it. */
export interface OwnAccount {
  name: string;
  email: string;
  hasPassword: boolean;
  /** What one was granted in the organisation that is looked at, oldest first. */
  grants: OwnGrant[];
  /** The person that one is in that organisation; null where one is none. */
  personName: string | null;
  /** False for a session on the word of one organisation while the user belongs to others as well: the name is theirs, too. */
  mayChangeName: boolean;
}

/** The viewer's own account. Throws 403 for a viewer without one. */
export async function readAccount(context: Context): Promise<OwnAccount> {
  const userId = requireOwnAccount(context);
  const { db, viewer } = context;
  const isBound = viewer.session?.isBound ?? true;
  const mayChangeName = !isBound || (await organisationsOf(userId)).length === 1;
  return db.transaction(async (tx) => {
    const organisationId = db.organisationId;
    const [user] = await tx
      .select({ name: appUser.name, email: appUser.email, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.id, userId));
    const grants = await tx
      .select({ accessRole: accessGrant.accessRole, teamName: team.name, roleName: role.name })
      .from(accessGrant)
      .leftJoin(team, and(eq(team.organisationId, accessGrant.organisationId), eq(team.id, accessGrant.teamId)))
      .leftJoin(role, and(eq(role.organisationId, accessGrant.organisationId), eq(role.id, accessGrant.roleId)))
      .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)))
      .orderBy(asc(accessGrant.createdAt), asc(accessGrant.id));
    const [own] =
      viewer.personId === null
        ? []
        : await tx
            .select({ name: person.name })
            .from(person)
            .where(and(eq(person.organisationId, organisationId), eq(person.id, viewer.personId)));
    const { name, email, passwordHash } = user!;
    return { name, email, hasPassword: passwordHash !== null, grants, personName: own?.name ?? null, mayChangeName };
  });
}
