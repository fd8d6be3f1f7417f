import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { verifyPassword } from '#app/platform/session/password.server.ts';
import { requestPasswordReset } from '#app/services/accounts/request-password-reset.server.ts';
import { signIn } from '#app/services/accounts/sign-in.server.ts';
import type { Bench } from './open-bench.ts';

const source = '192.0.2.1';
const wrongPassword = 'not the password of anybody';

/**
 * What a stranger can time to find out who has an account: everything up to the answer, by the services
 * themselves. `settle`, after each, does what they put off until the answer has left, and forgets who tried.
 */
export function signInJobs({ owner, email }: Bench) {
  const unknown = `nobody.${email}`;
  const putOff: (() => Promise<unknown>)[][] = [];
  const asRequest = <T>(work: () => Promise<T>): Promise<T> =>
    inRequestScope({ source, userAgent: 'Bench' }, (afterwards) => {
      putOff.push(afterwards);
      return work();
    });
  const attempt = (address: string) => async () => {
    const request = new Request('http://localhost:3000/sign-in', { method: 'POST' });
    const answer = await asRequest(() => signIn(request, { email: address, password: wrongPassword, source }));
    if (answer.ok || answer.retryAfterSeconds !== null) throw new Error('the password was not looked at, or was right');
  };
  const reset = (address: string) => async () => {
    const answer = await asRequest(() => requestPasswordReset({ email: address, source }));
    if (!answer.ok) throw new Error(answer.problem.message);
  };
  return {
    jobs: {
      check: () => verifyPassword(null, wrongPassword),
      knownSignIn: attempt(email),
      unknownSignIn: attempt(unknown),
      knownReset: reset(email),
      unknownReset: reset(unknown),
    },
    settle: async () => {
      for (const afterwards of putOff.splice(0)) for (const work of afterwards) await work();
      await owner.query('delete from throttle');
    },
  };
}
