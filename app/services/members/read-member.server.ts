import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type Member, readMembers } from './read-members.server.ts';

/**
 * One user of the viewer's organisation. Throws 403 for whoever may not manage access, 404 for a user
 * that the organisation does not have.
 */
export async function readMember(context: Context, userId: string): Promise<Member> {
  const found = (await readMembers(context)).find((member) => member.userId === userId);
  if (!found) throw notFound();
  return found;
}
