import type { Logger } from 'pino';
import { type MailConnection, mailConnection } from './mail-connection.ts';

const words: Record<MailConnection['encryption'], string> = {
  'from-the-start': 'mail goes out encrypted from the start',
  required: 'mail goes out encrypted or not at all: the mail server must offer STARTTLS',
  'if-offered': 'mail goes out in the clear where the mail server offers no encryption',
};

/** Says at the start how mail will go out. Never where to: the address may hold a password. */
export function logMailConnection(log: Pick<Logger, 'info' | 'warn'>, smtpUrl: string | undefined): void {
  if (smtpUrl === undefined) return log.info('mail waits in the outbox: there is no SMTP_URL');
  const encryption = mailConnection(smtpUrl)?.encryption ?? 'required';
  log[encryption === 'if-offered' ? 'warn' : 'info'](words[encryption]);
}
