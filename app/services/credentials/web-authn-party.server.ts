import { runtime } from '#app/platform/runtime.server.ts';

/** Who we are to a passkey: the host, for which it is made, and the origin, from which its answers must come. */
export function webAuthnParty(): { rpID: string; expectedOrigin: string } {
  const { origin } = runtime();
  return { rpID: new URL(origin).hostname, expectedOrigin: origin };
}
