import { addDays } from '#app/domain/assessment/add-days.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { CycleFacts } from './cycle-facts.ts';
import { findResponsible, type GrantHolder } from './find-responsible.ts';
import { lastReminderDay } from './last-reminder-day.ts';
import { type NamedPerson, type RoundPerson, type WhoWaits, whoWaits } from './who-waits.ts';

/** What a mail about a round reminds one user of. */
export interface Reminder {
  userId: string;
  /** Their own levels are asked; null where they are not. */
  self: NamedPerson | null;
  manager: NamedPerson[];
  conversation: NamedPerson[];
  moderation: NamedPerson[];
  /** Of a head: the round waits to be opened, or to be closed. */
  act: 'open' | 'close' | null;
}

export interface RoundToRemind {
  cycle: CycleFacts & { teamId: string | null; openedOn: string | null };
  people: readonly RoundPerson[];
  holders: readonly GrantHolder[];
  tree: readonly TeamNode[];
  /** By user, the ISO day of the newest mail about this round. */
  remindedOn: ReadonlyMap<string, string>;
}

const newest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort().at(-1) ?? null;

/** Every seven days from a day on. */
const weeklyFrom = (day: string, today: string): string | null => (today < day ? null : newest([day, lastReminderDay(day, today)]));

/**
 * Who is to be reminded of a round today, and of what. Somebody is due on the day the round opens, on each reminder day of a
 * step that waits for them, and on their first day of being waited for; and only once for each such day, however late the job
 * runs. A head is due from the opening day of a round that nobody has opened, and from the day after its closing day, weekly.
 */
export function dueReminders(round: RoundToRemind, today: string): Reminder[] {
  const { cycle, remindedOn } = round;
  const due = (userId: string, day: string | null): boolean => {
    const last = remindedOn.get(userId);
    return day !== null && (last === undefined || last < day);
  };
  const heads = headsDue(round, today).filter(({ userId, day }) => due(userId, day));
  const reminders = new Map<string, Reminder>();
  const empty = (userId: string): Reminder => ({ userId, self: null, manager: [], conversation: [], moderation: [], act: null });
  if (cycle.state === 'open') {
    for (const reminder of concerned(round)) {
      const days = [
        cycle.openedOn,
        ...(reminder.self ? [lastReminderDay(cycle.selfDueOn, today)] : []),
        ...(reminder.manager.length > 0 ? [lastReminderDay(cycle.managerDueOn, today)] : []),
        ...(reminder.conversation.length > 0 ? [lastReminderDay(cycle.conversationDueOn, today)] : []),
        ...(reminder.moderation.length > 0 ? [lastReminderDay(cycle.moderationDueOn ?? cycle.closesOn, today)] : []),
      ];
      if (due(reminder.userId, newest(days))) reminders.set(reminder.userId, reminder);
    }
  }
  for (const { userId, act } of heads) reminders.set(userId, { ...(reminders.get(userId) ?? empty(userId)), act });
  return [...reminders.values()];
}

/** Every user for whom the round waits, with all it waits for. */
function concerned({ people, holders, tree }: RoundToRemind): Reminder[] {
  const waits: WhoWaits = whoWaits(people, holders, tree);
  const found = new Map<string, Reminder>(waits.users.map(({ userId, manager, conversation, moderation }) => [userId, { userId, self: null, manager, conversation, moderation, act: null }]));
  const users = new Map(holders.flatMap(({ userId, personId }) => (personId === null ? [] : [[personId, userId] as const])));
  for (const self of waits.self) {
    const userId = users.get(self.id);
    if (userId === undefined) continue;
    found.set(userId, { ...(found.get(userId) ?? { userId, manager: [], conversation: [], moderation: [], act: null }), self });
  }
  return [...found.values()];
}

function headsDue({ cycle, holders, tree }: RoundToRemind, today: string): { userId: string; day: string | null; act: 'open' | 'close' }[] {
  const day =
    cycle.state === 'planned' ? weeklyFrom(cycle.opensOn, today) : cycle.state === 'open' && today > cycle.closesOn ? weeklyFrom(addDays(cycle.closesOn, 1), today) : null;
  if (day === null) return [];
  const heads = findResponsible(holders, 'run-cycles', { personId: null, teamId: cycle.teamId, roleId: null }, tree);
  // Where no head leads so far up, whoever administers the organisation is told.
  const told = heads.length > 0 ? heads : holders.filter(({ grants }) => grants.some(({ accessRole }) => accessRole === 'administrator'));
  return told.map(({ userId }) => ({ userId, day, act: cycle.state === 'planned' ? 'open' : 'close' }));
}
