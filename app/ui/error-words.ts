import { waitInWords } from '#app/domain/access/wait-in-words.ts';

interface ErrorWords {
  title: string;
  /** What happened, and what the reader can do about it. */
  sentences: string[];
}

const limited = 'To keep the service safe we limit how often this can be done.';

const words: Record<number, ErrorWords> = {
  400: {
    title: 'We could not read what was sent',
    sentences: ['The form or address was incomplete or damaged.', 'Go back, check what you entered and send it again.'],
  },
  403: {
    title: 'You cannot open this page',
    sentences: [
      'Your account does not have permission for it.',
      'If you need it for your work, ask the administrator of your organisation.',
    ],
  },
  404: {
    title: 'Page not found',
    sentences: [
      'If you typed the address, check it is correct. If you pasted it, check you copied all of it.',
      'What you are looking for may also have been moved or deleted.',
    ],
  },
  405: {
    title: 'This address does not take what was sent',
    sentences: ['Nothing was changed.', 'Go to the start page and find the form from there.'],
  },
  409: {
    title: 'Somebody changed this before you',
    sentences: ['Nothing of yours was saved.', 'Go back, load the page again to see the change, then make yours.'],
  },
  413: {
    title: 'That is too large',
    sentences: ['The file or form is larger than we accept.', 'Nothing was saved. Send a smaller file, or split it.'],
  },
  429: {
    title: 'Too many attempts',
    sentences: [limited, 'Wait a few minutes, then try again.'],
  },
  500: {
    title: 'Sorry, there is a problem with the service',
    sentences: ['The fault is ours and has been recorded.', 'Try again later. What you saved before is safe.'],
  },
  503: {
    title: 'Sorry, the service is busy',
    sentences: ['It cannot take your request at the moment.', 'Wait a minute, then try again.'],
  },
};

/**
 * The heading and the sentences of an error page, for an HTTP status. A status without words of its own reads as
 * 400 when the request was at fault (4xx) and as 500 otherwise. The words depend on the status alone, so that
 * another organisation's record reads exactly like one that never existed; only a wait, in seconds, is said as it is.
 */
export function errorWords(status: number, retryAfterSeconds: number | null = null): ErrorWords {
  if (status === 429 && retryAfterSeconds !== null) {
    return { title: words[429]!.title, sentences: [limited, `${waitInWords(retryAfterSeconds)}.`] };
  }
  return words[status] ?? words[status >= 400 && status < 500 ? 400 : 500]!;
}
