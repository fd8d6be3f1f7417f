/** Why nothing came of asking a provider; the pages turn it into words. */
export type FaultKind =
  /** It does not stand at a public address. */
  | 'not-public'
  /** Not https, or no address at all. */
  | 'not-https'
  /** Nobody answers, or too late, or with too much. */
  | 'unreachable'
  /** What answers is no discovery document that a sign-in could use. */
  | 'no-document'
  /** The document is that of another issuer. */
  | 'other-issuer'
  /** The provider says no: the person declined, or it does not take our credentials or the code. */
  | 'declined'
  | 'rejected'
  /** The answer does not belong to what this browser began. */
  | 'wrong-answer'
  /** The ID token does not hold: signature, issuer, audience, time or nonce. */
  | 'wrong-token';

/** Asking a provider failed in a way that is to be expected of something outside. Its message is for the log only. */
export class ProviderFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
    /** Of `other-issuer`: what the document says. */
    readonly statedIssuer: string | null = null,
  ) {
    super(message);
    this.name = 'ProviderFault';
  }
}
