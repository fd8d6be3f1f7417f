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
