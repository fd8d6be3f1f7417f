import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of a request from the network, whoever handles it. */
export interface RequestScope {
  /** The network address that it comes from, behind our own proxies. */
  source: string;
  /** What the browser says it is; at most 400 characters. */
  userAgent: string;
}

/** Work for the time after the answer. */
type Afterwards = (() => Promise<unknown>)[];

interface Stored {
  scope: RequestScope;
  afterwards: Afterwards;
}

const key = Symbol.for('capability-map.request-scope');
const registry = globalThis as { [key]?: AsyncLocalStorage<Stored> };
// One for both module graphs of the process, as the runtime is.
const storage = (registry[key] ??= new AsyncLocalStorage<Stored>());

/** Runs the work as part of a request; `afterwards` fills up with what is to be done once the answer has left. */
export function inRequestScope<T>({ source, userAgent }: RequestScope, work: (afterwards: Afterwards) => T): T {
  const afterwards: Afterwards = [];
  return storage.run({ scope: { source, userAgent: userAgent.slice(0, 400) }, afterwards }, () => work(afterwards));
}

/** The request that is being handled; empty texts outside one, as in a command or a job. */
export function requestScope(): RequestScope {
  return storage.getStore()?.scope ?? { source: '', userAgent: '' };
}

/** Whether a request is being handled, and no command or job runs. */
export function isInRequest(): boolean {
  return storage.getStore() !== undefined;
}

/**
 * Has the work done once the answer has left, so that the time of the answer tells nothing of it.
 * Outside a request it is not done.
 */
export function afterAnswer(work: () => Promise<unknown>): void {
  storage.getStore()?.afterwards.push(work);
}
