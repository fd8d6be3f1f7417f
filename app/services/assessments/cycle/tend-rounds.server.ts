import { and, eq, ne } from 'drizzle-orm';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { cycle, organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { joinRound } from './join-round.server.ts';
import { remindRound } from './remind-round.server.ts';
import { revealOverdue } from './reveal-overdue.server.ts';
import { roundContext } from './round-context.server.ts';

/**
 * Tends the rounds of all organisations, one after the other: takes newcomers in, shows what waits for nobody any more, and
 * writes the mails of the day. Opens and closes nothing. What fails does not keep the others; it is thrown at the end. Told to
 * stop, it begins no further one.
 */
export async function tendRounds({ pool, now }: Pick<Runtime, 'pool' | 'now'>, stopping?: AbortSignal): Promise<void> {
  // The policy of this job shows it which organisations there are, and nothing else of them.
  const organisations = await globalTransaction(pool, (tx) => tx.select({ id: organisation.id }).from(organisation).orderBy(organisation.id), {
    job: 'retention',
  });
  const failures: unknown[] = [];
  const attempt = (work: Promise<unknown>) => work.catch((error: unknown) => failures.push(error));
  for (const { id: organisationId } of organisations) {
    if (stopping?.aborted) break;
    const context = roundContext(tenantDatabase(pool, organisationId), now());
    const rounds = await context.db.transaction((tx) =>
      tx.select({ id: cycle.id, state: cycle.state }).from(cycle).where(and(eq(cycle.organisationId, organisationId), ne(cycle.state, 'closed'))).orderBy(cycle.id),
    );
    for (const { id, state } of rounds) if (state === 'open') await attempt(joinRound(context, id));
    if (rounds.some(({ state }) => state === 'open')) await attempt(revealOverdue(context));
    for (const { id } of rounds) {
      if (stopping?.aborted) break;
      await attempt(remindRound(context, id));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} rounds could not be tended.`);
}
