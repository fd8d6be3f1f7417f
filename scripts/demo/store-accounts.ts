import { randomUUID } from 'node:crypto';
import type { Context } from '#app/platform/context.ts';
import { accessGrant, appUser, membership } from '#db/schema/index.ts';
import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';

/** Stores who can sign in, as which person and with what access. Answers the ids of the users by name. */
export async function storeAccounts(
  tx: Tx,
  context: Context,
  accounts: readonly (DemoAccount & { passwordHash: string })[],
  { teamIds, personIds }: DemoIds,
): Promise<Map<string, string>> {
  const organisationId = context.db.organisationId;
  const createdAt = context.now;
  const userIds = new Map(accounts.map(({ name }) => [name, randomUUID()]));
  await tx
    .insert(appUser)
    .values(accounts.map(({ name, email, passwordHash }) => ({ id: idOf(userIds, name), name, email, passwordHash, createdAt })));
  await tx.insert(membership).values(
    accounts.map(({ name, isPerson }) => ({
      organisationId,
      userId: idOf(userIds, name),
      personId: isPerson ? idOf(personIds, name) : null,
      createdAt,
    })),
  );
  await tx.insert(accessGrant).values(
    accounts.map(({ name, accessRole, teamName }) => ({
      organisationId,
      id: randomUUID(),
      userId: idOf(userIds, name),
      accessRole,
      teamId: teamName === null ? null : idOf(teamIds, teamName),
      createdAt,
    })),
  );
  return userIds;
}
