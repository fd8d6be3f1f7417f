import type { MailState } from '#app/services/organisation/outbox-mail.ts';

/** How far a mail has come, in a word or two. */
export const mailStateWords: Record<MailState, string> = {
  waiting: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Not sent',
  unsure: 'Perhaps sent',
};

/** What that means, and what to do. */
export const mailStateAdvice: Record<MailState, string> = {
  waiting: 'It has not gone out yet.',
  sending: 'The mail server is being spoken to. Look again in a minute.',
  sent: 'The mail server has taken it. Whether it was read, nobody knows.',
  failed: 'The mail server refused it, or could not be reached for too long. Put right what the last error says, then send it again.',
  unsure: 'The connection broke after the mail was handed over, so it may have arrived or not. Ask the person first: sent again, it may arrive twice.',
};
