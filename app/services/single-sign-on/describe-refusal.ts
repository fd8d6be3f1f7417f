import type { FaultKind } from '#app/platform/oidc/provider-fault.ts';

/** Why nobody was signed in. Its name stands in the audit; the person is told in words of ours. */
export type Refusal =
  | FaultKind
  /** This browser began nothing, or too long ago, or has used it up. */
  | 'not-begun'
  /** The provider was switched off or changed in between. */
  | 'switched-off'
  | 'unknown-identity'
  /** A member who is suspended, or has left. */
  | 'closed'
  | 'other-invitation';

export interface RefusalInWords {
  status: 400 | 403 | 502;
  message: string;
}

const startAgain = 'Start again from your organisation’s sign-in address.';
const unreachable: RefusalInWords = {
  status: 502,
  message: 'Your organisation’s sign-in service does not answer as it should. Try again in a few minutes, or tell your administrator.',
};
const doesNotHold: RefusalInWords = {
  status: 403,
  message: 'Your organisation’s sign-in service gave an answer that does not hold, so nobody was signed in. Start again; if it happens again, tell your administrator.',
};
const notOurs: RefusalInWords = {
  status: 400,
  message: `This does not belong to a sign-in that was begun in this browser in the last ten minutes, or it has been used already. ${startAgain}`,
};

const words: Record<Refusal, RefusalInWords> = {
  'not-begun': notOurs,
  'wrong-answer': notOurs,
  'wrong-token': doesNotHold,
  rejected: doesNotHold,
  declined: { status: 403, message: `The sign-in was not completed at your organisation’s sign-in service. ${startAgain}` },
  unreachable,
  'not-public': unreachable,
  'not-https': unreachable,
  'no-document': unreachable,
  'other-issuer': unreachable,
  'switched-off': { status: 403, message: 'Your organisation has changed or switched off its sign-in service meanwhile. Ask your administrator how to sign in.' },
  'unknown-identity': {
    status: 403,
    message:
      'Your organisation’s sign-in service knows you, and here no account is linked to that. Ask your administrator for an invitation. If you have an account already, sign in with its e-mail address and link it under “Your account”, “Single sign-on”.',
  },
  closed: { status: 403, message: 'Your account in this organisation is closed or suspended. Ask your administrator.' },
  'other-invitation': { status: 403, message: 'The invitation is for another organisation than the one whose sign-in service was used. Open its link again.' },
};

/** What the person is told, and the status of the page that says it. */
export function describeRefusal(refusal: Refusal): RefusalInWords {
  return words[refusal];
}
