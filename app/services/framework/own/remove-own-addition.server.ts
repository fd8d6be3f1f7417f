import { namesOfAddition } from '#app/domain/framework/own/names-of-addition.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { writeOwnAdditions, type OwnListWanted } from './write-own-additions.server.ts';

/**
 * Takes an addition off the list; the framework goes without it once that is published. Throws 404 for an unknown
 * framework or addition, 403 where the viewer may not import a framework.
 */
export async function removeOwnAddition(context: Context, wanted: OwnListWanted & { additionId: string }): Promise<Outcome<{ revision: number }>> {
  return writeOwnAdditions(context, wanted, ({ additions }) => {
    const gone = additions.find(({ id }) => id === wanted.additionId);
    if (gone === undefined) throw notFound();
    return { additions: additions.filter((addition) => addition !== gone), action: 'remove', detail: { kind: gone.kind, names: namesOfAddition(gone), additionId: gone.id } };
  });
}
