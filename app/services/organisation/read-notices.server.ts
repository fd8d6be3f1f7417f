import { fillNotice, type NoticeFacts } from '#app/domain/privacy/fill-notice.ts';
import { noticeBlocks } from '#app/domain/privacy/notice-blocks.ts';
import { type NoticeKind, noticeKinds } from '#app/domain/privacy/notice-kind.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type NoticeText, readNoticeTexts } from './read-notice-texts.server.ts';

export interface EditableNotice extends NoticeText {
  /** Places that are still to be filled in, in this text alone. */
  gaps: number;
}

/** Places in a text that are marked as still to be filled in. */
function countGaps(body: string): number {
  return noticeBlocks(body)
    .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.runs))
    .filter(({ isGap }) => isGap).length;
}

/** The organisation's texts for whoever edits them, and how each reads when filled in. Throws 403 for everybody else. */
export async function readNotices(context: Context): Promise<{
  notices: Record<NoticeKind, EditableNotice>;
  facts: NoticeFacts;
  filled: Record<NoticeKind, string>;
}> {
  authorise(context, 'manage-settings');
  const { texts, facts } = await context.db.transaction((tx) => readNoticeTexts(tx, context.db.organisationId));
  const of = <T>(make: (text: NoticeText) => T) =>
    Object.fromEntries(noticeKinds.map((kind) => [kind, make(texts[kind])])) as Record<NoticeKind, T>;
  return {
    notices: of((text) => ({ ...text, gaps: countGaps(text.body) })),
    facts,
    filled: of(({ body }) => fillNotice(body, facts)),
  };
}
