import { randomUUID } from 'node:crypto';
import { checkOwnAddition } from '#app/domain/framework/own/check-own-addition.ts';
import { namesOfAddition } from '#app/domain/framework/own/names-of-addition.ts';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import { stampReleased } from '#app/domain/framework/own/stamp-released.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { writeOwnAdditions, type OwnListWanted } from './write-own-additions.server.ts';

/**
 * Adds something of the organisation's own to a framework; it shows once it is published. Refused at the field where it
 * does not fit what is there. Throws 404 for an unknown framework, 403 where the viewer may not import a framework.
 */
export async function addOwnAddition(context: Context, wanted: OwnListWanted, given: OwnAdditionContent): Promise<Outcome<{ revision: number }>> {
  return writeOwnAdditions(context, wanted, ({ base, additions }) => {
    const content = stampReleased(base, given);
    const problem = checkOwnAddition(base, additions, content);
    if (problem) return problem;
    const id = randomUUID();
    return { additions: [...additions, { id, ...content }], action: 'add', detail: { kind: content.kind, names: namesOfAddition(content), additionId: id } };
  });
}
