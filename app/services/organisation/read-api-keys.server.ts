import { and, asc, eq, sql } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { apiKey, auditEvent } from '#db/schema/index.ts';

/** A key of the API as its administrators see it. The key itself is stored nowhere. */
export interface ApiKeyRecord {
  id: string;
  /** What it is for; empty for keys from before keys had names. */
  name: string;
  access: 'read' | 'write';
  createdAt: Date;
  /** Null where the audit no longer says. */
  createdBy: string | null;
  /** To the hour; null for a key that was never used. */
  lastUsedAt: Date | null;
  /** Null while it is in force. */
  revokedAt: Date | null;
}

/** Every key that the viewer's organisation has made, by name. Throws 403 for whoever may not manage access. */
export async function readApiKeys(context: Context): Promise<ApiKeyRecord[]> {
  authorise(context, 'manage-access');
  const organisationId = context.db.organisationId;
  return context.db.transaction((tx) =>
    tx
      .select({
        id: apiKey.id,
        name: apiKey.name,
        access: apiKey.access,
        createdAt: apiKey.createdAt,
        createdBy: auditEvent.actorName,
        lastUsedAt: apiKey.lastUsedAt,
        revokedAt: apiKey.revokedAt,
      })
      .from(apiKey)
      .leftJoin(
        auditEvent,
        and(
          eq(auditEvent.organisationId, organisationId),
          eq(auditEvent.subjectId, sql`${apiKey.id}::text`),
          eq(auditEvent.action, 'api-key.create'),
        ),
      )
      .where(eq(apiKey.organisationId, organisationId))
      .orderBy(asc(sql`lower(${apiKey.name})`), asc(apiKey.createdAt), asc(apiKey.id)),
  );
}
