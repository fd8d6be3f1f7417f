/** How large a body may be, of how many parts or fields, and how long it may take to arrive. */
export interface BodyLimit {
  bytes: number;
  parts: number;
  seconds: number;
}

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

const ordinary: BodyLimit = { bytes: megabyte, parts: 2_000, seconds: 15 };

/** What anybody may send, signed in or not, and what holds secrets: a few short fields, or a passkey's answer. */
const small: BodyLimit = { bytes: 16 * kilobyte, parts: 20, seconds: 10 };

/** Every path whose body may differ from an ordinary form. What is not here is ordinary. */
const exceptions: { path: RegExp; limit: BodyLimit }[] = [
  { path: /^\/(framework\/import|imports)(\.data)?$/, limit: { bytes: 10 * megabyte, parts: 50, seconds: 60 } },
  { path: /^\/(sign-in|sign-out|first-run|forgotten-password|reset-password|invitation|account)(\/[^.]*)?(\.data)?$/, limit: small },
];

/** All bodies that are being read at this moment, together; beyond it, requests are asked to come again. */
export const bytesInFlight = 64 * megabyte;

/** The limit of a path, which is resolved already. */
export function bodyLimit(path: string): BodyLimit {
  return exceptions.find((exception) => exception.path.test(path))?.limit ?? ordinary;
}
