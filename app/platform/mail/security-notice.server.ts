import { momentInWords } from '#app/platform/moment-in-words.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import type { NewMail } from './queue-mail.server.ts';

export interface SecurityNotice {
  to: { email: string; name: string };
  /** What happened. */
  sentence: string;
  /** What to do about it where it was somebody else, before a colon, and the path of the page for it. */
  undo: { words: string; path: string };
}

/** The mail that tells somebody of a change to what they sign in with: whoever did not do it learns of it. */
export function securityNotice({ to, sentence, undo }: SecurityNotice, now: Date): NewMail {
  return {
    kind: 'security-notice',
    to: { address: to.email, name: to.name },
    subject: 'Capability Map: a change to how you sign in',
    body: [
      sentence,
      `This was on ${momentInWords(now)}.`,
      '',
      'If it was you, there is nothing to do.',
      '',
      `If it was not, ${undo.words}`,
      `${runtime().origin}${undo.path}`,
      'and tell the administrator of your organisation.',
    ].join('\n'),
  };
}
