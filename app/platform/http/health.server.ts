import type { RequestHandler } from 'express';
import type { Pool } from 'pg';

/** For whoever watches the service: 200 while the database answers, else 503. */
export function health(pool: Pool): RequestHandler {
  return (_request, response) => {
    pool.query('select 1').then(
      () => response.type('text').send('ok'),
      () => response.status(503).type('text').send('the database does not answer'),
    );
  };
}
