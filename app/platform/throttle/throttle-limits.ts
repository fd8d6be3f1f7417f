/** What is counted, and how much of it is allowed: `points` in `seconds`, for each key that it is counted by. */
export const throttleLimits = {
  /** Failed guesses at a password, by account and by source. */
  'sign-in': { points: 10, seconds: 300 },
  /** Mails that lead back to an account, by account and by source. */
  reset: { points: 5, seconds: 3_600 },
  /** Invitations sent, by who invites; links that lead nowhere, by source. */
  invitation: { points: 50, seconds: 3_600 },
  /** Guesses at a code or a passkey, by user and by source. */
  'second-factor': { points: 10, seconds: 300 },
  /** Questions for a passkey begun on the sign-in pages, by source. */
  'passkey-sign-in': { points: 120, seconds: 300 },
  /** Ways begun to an organisation's own provider, by source: a whole office may stand behind one. */
  'single-sign-on': { points: 120, seconds: 300 },
  /** Files that are read in, by user. */
  import: { points: 30, seconds: 3_600 },
  /** Files and pages that take records out, by user. */
  export: { points: 30, seconds: 3_600 },
  /**
   * Requests with changes of single cells, by user. A typist sends a cell or two a second, and what is pasted goes a few cells at a
   * time, each request after the answer to the one before: at a tenth of a second each, half of these.
   */
  'grid-cells': { points: 1_200, seconds: 60 },
  /** Calls of the API, by key. */
  'api-key': { points: 600, seconds: 60 },
  /** Keys of the API that nobody knows, by source. */
  'unknown-api-key': { points: 20, seconds: 300 },
} as const;

export type ThrottleKind = keyof typeof throttleLimits;
