import { eq } from 'drizzle-orm';
import { fillNotice } from '#app/domain/privacy/fill-notice.ts';
import type { NoticeKind } from '#app/domain/privacy/notice-kind.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { readNoticeTexts } from './read-notice-texts.server.ts';

/**
 * A text that anybody may read, of the organisation with this short name, with its places filled in.
 * Throws 404 where there is no such organisation.
 */
export async function readPublicNotice(
  slug: string,
  kind: NoticeKind,
): Promise<{ organisationName: string; body: string }> {
  const { pool } = runtime();
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw notFound();
  const [found] = await globalTransaction(
    pool,
    (tx) => tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, slug)),
    { organisationSlug: slug },
  );
  if (!found) throw notFound();
  const { texts, facts } = await tenantDatabase(pool, found.id).transaction((tx) => readNoticeTexts(tx, found.id));
  return { organisationName: facts.organisationName, body: fillNotice(texts[kind].body, facts) };
}
