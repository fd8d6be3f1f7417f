import { randomUUID } from 'node:crypto';
import { makeApiKey } from '#app/platform/secret/api-key.server.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { apiKey } from '#db/schema/index.ts';
import type { ApiKeyDetails } from './api-key-input.ts';

/**
 * A new key of the API for the viewer's organisation, named after what it is for. Only its hash is stored:
 * the answer is the one time that the key can be read. Throws 403 for whoever may not both manage access
 * and read everybody's ratings, as the bearer of the key will.
 */
export async function createApiKey(
  context: Context,
  { name, access }: ApiKeyDetails,
): Promise<{ apiKeyId: string; key: string }> {
  authorise(context, 'make-key');
  const organisationId = context.db.organisationId;
  const apiKeyId = randomUUID();
  const key = makeApiKey(organisationId);
  await context.db.transaction(async (tx) => {
    await tx
      .insert(apiKey)
      .values({ organisationId, id: apiKeyId, keyHash: hashSecret(key), name, access, createdAt: context.now });
    await recordAudit(tx, context, {
      action: 'api-key.create',
      subjectKind: 'api-key',
      subjectId: apiKeyId,
      detail: { name, access },
    });
  });
  return { apiKeyId, key };
}
