import { runtime } from '#app/platform/runtime.server.ts';

/**
 * Where an organisation's provider sends the browser back to. Each organisation has an address of its own:
 * a provider can then never have the browser bring it what another organisation's provider gave out
 * (the mix-up attack, RFC 9700, section 4.4).
 */
export function redirectAddress(slug: string): string {
  return `${runtime().origin}/sign-in/callback/${slug}`;
}
