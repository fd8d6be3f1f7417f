import { joinTransaction, type Tx } from '#db/tenant.ts';
import type { Context } from './context.ts';

/** The same context inside a running transaction: the services it is given to take part in it. */
export function within(context: Context, tx: Tx): Context {
  return { ...context, db: joinTransaction(context.db, tx) };
}
