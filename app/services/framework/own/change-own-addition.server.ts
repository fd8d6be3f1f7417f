import { carryOwnAdditions } from '#app/domain/framework/own/carry-own-additions.ts';
import { checkOwnAddition } from '#app/domain/framework/own/check-own-addition.ts';
import { findOwnRenames } from '#app/domain/framework/own/find-own-renames.ts';
import { namesOfAddition } from '#app/domain/framework/own/names-of-addition.ts';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import { stampReleased } from '#app/domain/framework/own/stamp-released.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { writeOwnAdditions, type OwnListWanted } from './write-own-additions.server.ts';

/**
 * Says an addition anew; a new name of an own role, role level or skill is carried into the additions that name it.
 * Said anew as it was, it counts as written against what the release says now. Refused at the field where it does not
 * fit. Throws 404 for an unknown framework or addition, also of another kind; 403 where the viewer may not import a framework.
 */
export async function changeOwnAddition(
  context: Context,
  wanted: OwnListWanted & { additionId: string },
  given: OwnAdditionContent,
): Promise<Outcome<{ revision: number }>> {
  return writeOwnAdditions(context, wanted, ({ base, additions }) => {
    const before = additions.find(({ id }) => id === wanted.additionId);
    if (before === undefined || before.kind !== given.kind) throw notFound();
    const content = stampReleased(base, given);
    const after = { id: before.id, ...content };
    const renamed = findOwnRenames(base, [before], [after]);
    const others = carryOwnAdditions(additions.filter((addition) => addition !== before), { renamed, succeeded: [] });
    const problem = checkOwnAddition(base, others, content);
    if (problem) return problem;
    // It keeps its place: the list is shown in the order in which it was written.
    const inPlace = new Map(others.map((addition) => [addition.id, addition]));
    return {
      additions: additions.map(({ id }) => (id === after.id ? after : inPlace.get(id)!)),
      action: 'change',
      detail: { kind: content.kind, names: namesOfAddition(content), additionId: after.id },
    };
  });
}
