import { z } from 'zod';
import { formRevision, plainText } from '#app/platform/form/typed-values.ts';

/** A text of the organisation, as somebody types it. */
export const noticeInput = z.object({
  body: plainText('Enter the text')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'Enter the text, or restore the standard text').max(20_000, 'Use 20,000 characters or fewer')),
  revision: formRevision,
});

export type NoticeInput = z.output<typeof noticeInput>;
