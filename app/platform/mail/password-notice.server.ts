import { momentInWords } from '#app/platform/moment-in-words.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import type { NewMail } from './queue-mail.server.ts';

/** The mail that tells somebody of their new password, so that one set by another does not go unnoticed. It holds no link. */
export function passwordNotice({ name, email }: { name: string; email: string }, now: Date): NewMail {
  return {
    kind: 'security-notice',
    to: { address: email, name },
    subject: 'Your password was changed',
    body: [
      `The password of your account at ${new URL(runtime().origin).host} was changed`,
      `on ${momentInWords(now)}.`,
      '',
      'If that was you, there is nothing to do.',
      '',
      'If it was not, open the sign-in page, choose "I have forgotten my',
      'password", set a new one, and tell the administrator of your',
      'organisation.',
    ].join('\n'),
  };
}
