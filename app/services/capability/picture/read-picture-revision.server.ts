import { hash } from 'node:crypto';
import { actions } from '#app/domain/access/action.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { type CountedChanges, countChanges } from './count-changes.server.ts';

/**
 * A short text that is another one as soon as any picture of the team, or of a team under it, could be: made of the revisions that
 * every write counts on, of today, on which dates pass by themselves, and of what this viewer may do there. The same text says that
 * an earlier answer still holds. To be read before what it is put on: a write in between then makes the next reader ask again, and
 * never leaves an old picture under a new text.
 *
 * The revisions of the subtree are added up: each only grows, so the sum is another one with each of them, while the highest could
 * stay as it is. `asked` is what `countChanges` is answered, where the caller has asked it. Throws 404 for an unknown team, 403 where the viewer may not see its figures.
 */
export async function readPictureRevision(context: Context, teamId: string, asked?: readonly CountedChanges[]): Promise<string> {
  const { viewer, db } = context;
  const changes = countChanges(db.organisationId, teamId);
  if (changes === null) throw notFound();
  const [counted] = asked ?? (await db.read<CountedChanges>(changes));
  if (!counted || counted.teams === 0) throw notFound();
  authorise(context, 'read-aggregates', { teamId });
  const rights = actions.filter((action) => isPermitted(viewer, action, { teamId }));
  // Whoever may see figures alone sees those of the top of their grant: what is the top can change without any right on the team.
  const isBelowTheTop = counted.parent !== null && isPermitted(viewer, 'read-aggregates', { teamId: counted.parent });
  const facts = [db.organisationId, teamId, counted.organisation, counted.teams, counted.changes, todayOf(context), viewer.personId, rights, isBelowTheTop];
  return hash('sha256', JSON.stringify(facts), 'base64url').slice(0, 22);
}
