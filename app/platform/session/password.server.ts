import { type Options, hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, as OWASP's cheat sheet has it. The number stands for the variant: its name is a const enum, which cannot be imported here. */
const cost: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing that anybody knows, with the same cost: what the password of an unknown account is compared with. */
export const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$MlwdFDvFiQfBPjmu1Z+x6Q$u8wOLhyAiA3Sd+vzFtMlpDiCUhAkQFPU5SqCD40fvkY';

const atOnce = 2;
/** About two seconds of work. */
const waitingAtMost = 40;

let running = 0;
const waiting: (() => void)[] = [];

const busy = () =>
  new Response('Service Unavailable', {
    status: 503,
    statusText: 'Service Unavailable',
    headers: { 'Retry-After': '5' },
  });

/**
 * Each hash takes memory and a core, so they take turns; beyond the queue the answer is 503, and the
 * rest of the service stays up.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw busy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place goes to the next in the queue, or is given back.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password, in its encoded form. Throws a 503 response while too many wait. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/**
 * Whether the password is the one of this hash. With null, for an account that does not exist, it
 * does the same work and answers no. Throws a 503 response while too many wait.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? hashOfNobody, password));
  return matches && passwordHash !== null;
}
