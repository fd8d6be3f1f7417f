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
  /** Linking: begun by another user, or for another organisation. */
  | 'begun-elsewhere'
  /** Linking: the user has another identity of this issuer already. */
  | 'another-linked'
  /** Linking: the identity is another user's. */
  | 'taken';

const startAgain = 'Start again from your organisation’s sign-in address.';
const unreachable =
  'Your organisation’s sign-in service does not answer as it should. Try again in a few minutes, or tell your administrator.';
const doesNotHold =
  'Your organisation’s sign-in service gave an answer that does not hold. Start again; if it happens again, tell your administrator.';
const notOurs = `This does not belong to a sign-in that was begun in this browser in the last ten minutes, or it has been used already. ${startAgain}`;

const words: Record<Refusal, string> = {
  'not-begun': notOurs,
  'wrong-answer': notOurs,
  'wrong-token': doesNotHold,
  rejected: doesNotHold,
  declined: `The sign-in was not completed at your organisation’s sign-in service. ${startAgain}`,
  unreachable,
  'not-public': unreachable,
  'not-https': unreachable,
  'no-document': unreachable,
  'other-issuer': unreachable,
  'switched-off': 'Your organisation has changed or switched off its sign-in service. Ask your administrator how to sign in.',
  'unknown-identity':
    'Your organisation’s sign-in service knows you, and no account here is linked to that. Ask your administrator for an invitation. If you have an account already, sign in with its e-mail address and link it under “Your account”, “Single sign-on”.',
  closed: 'Your account in this organisation is closed or suspended. Ask your administrator.',
  'begun-elsewhere': 'This was begun by somebody else, or while you were looking at another organisation. Begin again here.',
  'another-linked': 'You have linked another identity of the same sign-in service. Unlink that one first.',
  taken: 'Somebody else in this organisation signs in with that identity. Sign out at your organisation’s sign-in service, then try again with your own.',
};

/** What the person is told of a refusal; null for what is none, as an address may hold anything. */
export function describeRefusal(refusal: string | null): string | null {
  return refusal !== null && Object.hasOwn(words, refusal) ? words[refusal as Refusal] : null;
}
