import type { Logger } from 'pino';
import type { Pool } from 'pg';

/** What the process has opened at its start and every request uses. */
export interface Runtime {
  pool: Pool;
  log: Logger;
  /** The only clock of the application. Tests move it. */
  now: () => Date;
  /** The origin that a browser sees, such as `https://skills.example.gov.uk`; cookies are `Secure` on https. */
  origin: string;
  /** 32 bytes: what secrets that must be read again are sealed with. */
  secretKey: Buffer;
  /** Where mail goes and whom it comes from; null keeps every mail in the outbox. */
  mailServer: { url: string; from: string } | null;
  /** Whether links in mails are printed, for whoever develops. */
  isDevelopment: boolean;
  /** Whether a provider for single sign-on may stand at a local address and without https: in tests only. */
  allowsLocalProviders: boolean;
}

const key = Symbol.for('capability-map.runtime');
const registry = globalThis as { [key]?: Runtime };

/**
 * Kept on the global object, because the server (run from source) and the application (run from
 * its bundle) are two module graphs in one process.
 */
export function provideRuntime(opened: Runtime): void {
  registry[key] = opened;
}

export function runtime(): Runtime {
  const provided = registry[key];
  if (!provided) throw new Error('The runtime is used before the server has provided it.');
  return provided;
}
