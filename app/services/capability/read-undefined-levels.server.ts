import { readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The skill levels that the adopted framework versions leave undefined, as `<skill id>/<ordinal>`.
 * Runs inside the caller's transaction; the framework is open to everybody who is signed in.
 */
export async function readUndefinedLevels(tx: Tx, organisationId: string): Promise<Set<string>> {
  const { undefinedLevels } = await readAdoptedContent(tx, organisationId);
  return new Set([...undefinedLevels].flatMap(([skillId, ordinals]) => ordinals.map((ordinal) => `${skillId}/${ordinal}`)));
}
