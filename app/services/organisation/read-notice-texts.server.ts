import { eq } from 'drizzle-orm';
import type { NoticeFacts } from '#app/domain/privacy/fill-notice.ts';
import { type NoticeKind, noticeKinds } from '#app/domain/privacy/notice-kind.ts';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { standardNotices } from '#app/domain/privacy/standard-notices.ts';
import { organisation, organisationNotice, retentionRule } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** One text as it is stored, or the standard one. */
export interface NoticeText {
  kind: NoticeKind;
  body: string;
  /** 0 while nobody has saved it. */
  revision: number;
  isStandard: boolean;
  updatedAt: Date | null;
  updatedByName: string | null;
}

/**
 * The four texts of an organisation and what fills the places in them. Asks no permission: they are
 * written to be read by everybody. Runs inside the caller's transaction.
 */
export async function readNoticeTexts(
  tx: Tx,
  organisationId: string,
): Promise<{ texts: Record<NoticeKind, NoticeText>; facts: NoticeFacts }> {
  const stored = await tx.select().from(organisationNotice).where(eq(organisationNotice.organisationId, organisationId));
  const rules = await tx.select().from(retentionRule).where(eq(retentionRule.organisationId, organisationId));
  const [own] = await tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId));
  const textOf = (kind: NoticeKind): NoticeText => {
    const row = stored.find((candidate) => candidate.kind === kind);
    const body = row?.body ?? standardNotices[kind];
    return {
      kind,
      body,
      revision: row?.revision ?? 0,
      isStandard: body === standardNotices[kind],
      updatedAt: row?.updatedAt ?? null,
      updatedByName: row?.updatedByName ?? null,
    };
  };
  const texts = Object.fromEntries(noticeKinds.map((kind) => [kind, textOf(kind)])) as Record<NoticeKind, NoticeText>;
  const facts: NoticeFacts = {
    organisationName: own?.name ?? '',
    periods: retentionPeriods(rules),
    purpose: texts.purpose.body,
    lawfulBasis: texts['lawful-basis'].body,
  };
  return { texts, facts };
}
