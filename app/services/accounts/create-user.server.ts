import { randomUUID } from 'node:crypto';
import type { AccessRole } from '#app/domain/access/access-role.ts';
import { isEmail } from '#app/domain/access/is-email.ts';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { accessGrant, appUser, membership } from '#db/schema/index.ts';
import { readGrantFault } from './read-grant-fault.server.ts';
import { readPersonFault } from './read-person-fault.server.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
  /** The person that the user is in the organisation; null where they are none. */
  personId: string | null;
  grants: readonly {
    accessRole: Exclude<AccessRole, 'api-read' | 'api-write'>;
    /** The top of the subtree that the grant reaches; null: the whole organisation. */
    teamId: string | null;
    /** Of a moderator, the one role of the framework; left out or null: every role. */
    roleId?: string | null;
  }[];
}

function judge({ name, password }: NewUser, email: string): Outcome<string> {
  if (!isEmail(email)) return refused('email', 'Enter an e-mail address, such as name@example.org');
  if (name.trim() === '') return refused('name', 'Enter the name');
  const fault = judgePassword(password, email);
  return fault === null ? done(email) : refused('password', fault);
}

/**
 * A new user who can sign in, as a member of the viewer's organisation with these grants. An address
 * that somebody signs in with already, a weak password, and a person, team or role that the organisation
 * does not have are refused at their field (`grants` for all of them). Throws 403 for whoever may not
 * manage access.
 */
export async function createUser(context: Context, input: NewUser): Promise<Outcome<{ userId: string }>> {
  authorise(context, 'manage-access');
  const email = tidyEmail(input.email);
  const judged = judge(input, email);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(input.password);
  const organisationId = context.db.organisationId;
  const userId = randomUUID();
  const createdAt = context.now;
  const grants = input.grants.map(({ accessRole, teamId, roleId = null }) => ({ accessRole, teamId, roleId }));
  try {
    return await context.db.transaction(async (tx) => {
      if (input.personId !== null && (await readPersonFault(tx, organisationId, input.personId, todayOf(context))) === 'unknown') {
        return refused('personId', 'Choose a person from the list');
      }
      const fault = await readGrantFault(tx, organisationId, grants);
      if (fault) return refused('grants', fault.message);
      await tx.insert(appUser).values({ id: userId, email, name: input.name.trim(), passwordHash, createdAt });
      await tx.insert(membership).values({ organisationId, userId, personId: input.personId, createdAt });
      if (grants.length > 0) {
        await tx.insert(accessGrant).values(grants.map((grant) => ({ organisationId, id: randomUUID(), userId, createdAt, ...grant })));
      }
      await recordAudit(tx, context, {
        action: 'user.create',
        subjectKind: 'user',
        subjectId: userId,
        detail: { personId: input.personId, grants },
      });
      return done({ userId });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'app_user_email_unique')) {
      return refused('email', 'Somebody signs in with this e-mail address already');
    }
    if (isUniqueViolation(error, 'membership_person')) {
      return refused('personId', 'Somebody signs in as this person already');
    }
    throw error;
  }
}
