import type { Logger } from 'pino';
import type { Pool, PoolClient } from 'pg';
import { isInRequest } from './request-scope.server.ts';

/** So long is asked to be waited: a statement may take that long, and then gives its connection back. */
const waitSeconds = 60;

/** The server's refusal of one more connection. */
const tooManyConnections = '53300';

/** Whether no connection to the database was to be had in time, however deep the error is wrapped. The driver's pool says so by words alone. */
function isStarved(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === tooManyConnections) return true;
    if (/^timeout exceeded when trying to connect$|^Connection terminated due to connection timeout$/.test(cause.message)) return true;
  }
  return false;
}

function serviceBusy(): Response {
  return new Response('The service is busy. Nothing was saved. Wait a minute, then try again.', {
    status: 503,
    statusText: 'Service Unavailable',
    headers: { 'Retry-After': String(waitSeconds), 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

type Callback = Parameters<Pool['connect']>[0];

/**
 * Has a request for which no connection is free in time answered with 503 and Retry-After, whatever it asks: the pool throws that
 * answer, as services throw theirs. What runs outside requests, as jobs do, gets the error itself.
 */
export function answerBusy(pool: Pool, log: Logger): Pool {
  const connect = pool.connect.bind(pool);
  const told = (error: Error): unknown => {
    log.warn({ err: error }, 'no connection to the database was free in time');
    return serviceBusy();
  };
  const connectOrTell = (callback?: Callback): Promise<PoolClient> | void => {
    const asRequest = isInRequest();
    const turned = (error: unknown) => (asRequest && isStarved(error) ? told(error as Error) : error);
    if (callback) return connect((error, client, release) => callback(error && (turned(error) as Error), client, release));
    return connect().catch((error: unknown) => {
      throw turned(error);
    });
  };
  return Object.assign(pool, { connect: connectOrTell });
}
