/** How the mail server is spoken to. */
export interface MailConnection {
  /** For the mail package: without the words that are ours. */
  url: string;
  /** Encrypted from the start, encrypted before anything is said, or as the server offers it. */
  encryption: 'from-the-start' | 'required' | 'if-offered';
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * What an SMTP_URL asks for. `smtps://` is encrypted from the start. `smtp://` must become encrypted before any mail
 * goes out, unless the server stands on this machine or the address says `?tls=off`. Null where `tls` says anything else.
 */
export function mailConnection(smtpUrl: string): MailConnection | null {
  const url = new URL(smtpUrl);
  const said = url.searchParams.get('tls');
  if (said !== null && said !== 'off') return null;
  if (url.protocol === 'smtps:') return said === null ? { url: smtpUrl, encryption: 'from-the-start' } : null;
  url.searchParams.delete('tls');
  return { url: said === null ? smtpUrl : url.href, encryption: said === 'off' || loopback.test(url.hostname) ? 'if-offered' : 'required' };
}
