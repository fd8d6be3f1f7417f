import { and, eq, sql } from 'drizzle-orm';
import { dueReminders } from '#app/domain/assessment/cycle/due-reminders.ts';
import { reminderMail } from '#app/domain/assessment/cycle/reminder-mail.ts';
import type { Context } from '#app/platform/context.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { cycleReminder } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { noteReminder } from './note-reminder.server.ts';
import { readCycleRecord } from './read-cycle-record.server.ts';
import { readGrantHolders } from './read-grant-holders.server.ts';
import { readRoundPeople } from './read-round-people.server.ts';

/**
 * Writes today's mails about one round, each with the note that it went out, in one transaction: of two processes that try, one
 * writes each mail. Answers how many. A round that does not remind by mail is left alone.
 */
export async function remindRound(context: Context, cycleId: string): Promise<number> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const record = await readCycleRecord(context, cycleId);
  const { cycle, tree } = record;
  if (!cycle.remindsByMail || cycle.state === 'closed') return 0;
  return context.db.transaction(async (tx) => {
    const people = await readRoundPeople(tx, organisationId, cycle, today);
    const holders = await readGrantHolders(tx, organisationId, today);
    const openedOn = cycle.openedAt === null ? null : todayOf({ now: cycle.openedAt });
    const remindedOn = await readRemindedOn(tx, organisationId, cycleId);
    const due = dueReminders({ cycle: { ...cycle, openedOn }, people, holders, tree, remindedOn }, today);
    const users = new Map(holders.map((holder) => [holder.userId, holder]));
    let written = 0;
    // In one order, so that two processes do not wait for each other.
    for (const reminder of due.sort((one, other) => (one.userId < other.userId ? -1 : 1))) {
      const user = users.get(reminder.userId);
      if (!user) continue;
      if (!(await noteReminder(tx, organisationId, { cycleId, userId: user.userId, sentOn: today }))) continue;
      const { subject, body } = reminderMail({ toName: user.name, cycle, reminder, origin: runtime().origin, today });
      await queueMail(tx, { organisationId, now: context.now }, { kind: 'round', to: { address: user.email, name: user.name }, subject, body });
      written += 1;
    }
    return written;
  });
}

async function readRemindedOn(tx: Tx, organisationId: string, cycleId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ userId: cycleReminder.userId, sentOn: sql<string>`max(${cycleReminder.sentOn})::text` })
    .from(cycleReminder)
    .where(and(eq(cycleReminder.organisationId, organisationId), eq(cycleReminder.cycleId, cycleId)))
    .groupBy(cycleReminder.userId);
  return new Map(rows.map(({ userId, sentOn }) => [userId, sentOn]));
}
