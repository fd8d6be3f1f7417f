/** What a failed attempt to hand a mail to the mail server means for the mail. */
export interface Judgement {
  /** `waiting`: certainly not taken, and worth another try. `failed`: refused for good. `unsure`: it may have been taken. */
  state: 'waiting' | 'failed' | 'unsure';
  /** For the outbox, in plain words. */
  reason: string;
  /** Whether the next mail would fare the same: it is the server that fails, and not the mail. */
  isServersFault: boolean;
}

/** What nodemailer's errors tell beside their message. */
interface MailError {
  code?: unknown;
  /** The code of the system's own error, such as ECONNREFUSED. */
  originalCode?: unknown;
  /** The number at the beginning of the server's answer. */
  responseCode?: unknown;
  /** The server's answer. */
  response?: unknown;
}

/** Answers of the 5xx kind that speak of us and not of the mail: out of order, or no leave to send. */
const aboutUs = [503, 530, 534, 535, 538];

/** On one line, and short: it is a stranger's text. */
const tidy = (text: unknown): string => String(text).replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim().slice(0, 300);

function wordsFor(code: string, technical: string): string {
  switch (code) {
    case 'EDNS':
      return `The name of the mail server in SMTP_URL could not be found (${technical}).`;
    case 'ETLS':
      return `No encrypted connection to the mail server could be made (${technical}): it offers none, or its certificate does not hold. Nothing is sent in the clear unless SMTP_URL says ?tls=off.`;
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return `The mail server did not take the user name and password in SMTP_URL (${technical}).`;
    case 'EABORT':
      return 'The service stopped, or the mail server took too long, before the mail was handed over.';
    default:
      return `The mail server could not be reached or ended the connection (${technical}).`;
  }
}

/**
 * What has become of a mail whose sending failed. `isContentSent`: whether any of its text had left when it
 * did. An answer of the server to the mail itself is certain whenever it comes: 4xx means not now, 5xx not
 * ever (RFC 5321, 4.2.1). Without an answer it counts what had left: nothing, and the mail is certainly not
 * taken; something, and nobody knows.
 */
export function judgeFailure(error: unknown, isContentSent: boolean): Judgement {
  const { code, originalCode, responseCode, response } = (typeof error === 'object' && error !== null ? error : {}) as MailError;
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutMail && typeof responseCode === 'number') {
    const isForGood = responseCode >= 500 && !aboutUs.includes(responseCode);
    const words = isForGood ? 'The mail server refused the mail' : 'The mail server did not take the mail for now';
    return { state: isForGood ? 'failed' : 'waiting', reason: `${words}: ${tidy(response)}`, isServersFault: aboutUs.includes(responseCode) };
  }
  const technical = tidy([originalCode ?? code ?? 'unknown error', ...(typeof responseCode === 'number' ? [responseCode] : [])].join(', '));
  if (isContentSent) {
    return {
      state: 'unsure',
      reason: `The connection ended after the mail was handed over and before the mail server confirmed it (${technical}). It may have arrived.`,
      isServersFault: true,
    };
  }
  if (isAboutMail) return { state: 'failed', reason: 'The address is none that mail can be sent to.', isServersFault: false };
  return { state: 'waiting', reason: wordsFor(String(code), technical), isServersFault: true };
}
