import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { accessGrant } from '#db/schema/index.ts';
import { judgeGrants, type WantedGrant } from './judge-grants.server.ts';
import { lockMember } from './lock-member.server.ts';

/** What was wrong with the form before anybody looked at what it names. */
type Refused = Extract<Outcome<never>, { ok: false }>;

const same = (one: WantedGrant, other: WantedGrant): boolean =>
  one.accessRole === other.accessRole && one.teamId === other.teamId && one.roleId === other.roleId;

/**
 * Gives a user of the viewer's organisation these grants in the place of those they had; it holds from
 * their next request on. `seenIds` are the grants that the form was made with: where others stand now,
 * nothing is stored. Nobody changes their own, and the last administrator stays one. Throws 404 and 403
 * as lockMember does.
 */
export async function changeGrants(
  context: Context,
  userId: string,
  { grants: wanted, seenIds }: { grants: readonly WantedGrant[] | Refused; seenIds: readonly string[] },
): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const member = await lockMember(tx, context, userId);
    const mine = and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId));
    const before = await tx
      .select({ id: accessGrant.id, accessRole: accessGrant.accessRole, teamId: accessGrant.teamId, roleId: accessGrant.roleId })
      .from(accessGrant)
      .where(mine);
    if ([...seenIds].sort().join() !== before.map(({ id }) => id).sort().join()) {
      return refused(null, 'Somebody else changed these grants meanwhile. Nothing was saved: look at them and save again.');
    }
    if ('ok' in wanted) return wanted;
    const grants = wanted;
    const judged = await judgeGrants(tx, organisationId, grants);
    if (!judged.ok) return judged;
    const added = grants.filter((grant, at) => !before.some((one) => same(one, grant)) && grants.findIndex((one) => same(one, grant)) === at);
    const gone = before.filter((one) => !grants.some((grant) => same(one, grant)));
    if (gone.some(({ accessRole }) => accessRole === 'administrator') && member.isLastAdministrator) {
      return refused('grants', 'This is the only administrator. Make somebody else one first');
    }
    if (added.length === 0 && gone.length === 0) return done(null);
    if (gone.length > 0) await tx.delete(accessGrant).where(and(mine, inArray(accessGrant.id, gone.map(({ id }) => id))));
    if (added.length > 0) {
      const rows = added.map(({ accessRole, teamId, roleId }) => ({ accessRole, teamId, roleId, organisationId, id: randomUUID(), userId, createdAt: context.now }));
      await tx.insert(accessGrant).values(rows);
    }
    const plain = (list: readonly WantedGrant[]) => list.map(({ accessRole, teamId, roleId }) => ({ accessRole, teamId, roleId }));
    await recordAudit(tx, context, {
      action: 'grants.change',
      subjectKind: 'user',
      subjectId: userId,
      detail: { added: plain(added), removed: plain(gone) },
    });
    return done(null);
  });
}
