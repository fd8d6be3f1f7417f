import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { CycleFacts } from './cycle-facts.ts';
import type { Reminder } from './due-reminders.ts';
import type { NamedPerson } from './who-waits.ts';

export interface ReminderMailFacts {
  /** The person who is written to. */
  toName: string;
  cycle: CycleFacts & { id: string; name: string };
  reminder: Reminder;
  /** Where the pages are, such as `https://skills.example.gov.uk`. */
  origin: string;
  today: string;
}

/** A name must not break the lines of a mail. */
const plain = (name: string) => name.replaceAll('{link}', '').replaceAll(/\s+/g, ' ').trim();

function until(day: string | null, today: string): string {
  if (day === null) return '';
  return day < today ? `, which was due by ${formatDate(day)}` : `, by ${formatDate(day)}`;
}

function block(title: string, people: readonly NamedPerson[], address: (person: NamedPerson) => string): string[] {
  if (people.length === 0) return [];
  return [title, ...people.map((person) => `- ${plain(person.name)}: ${address(person)}`), ''];
}

/**
 * The subject and text of the one mail about a round that a user gets on a day: everything that waits for them, with the names of
 * people and the addresses of the pages. Says no level, and nothing that anybody has answered.
 */
export function reminderMail({ toName, cycle, reminder, origin, today }: ReminderMailFacts): { subject: string; body: string } {
  const { self, manager, conversation, moderation, act } = reminder;
  const name = plain(cycle.name);
  const subject =
    act === 'open' ? `The round ${name} waits to be opened` : act === 'close' ? `The round ${name} waits to be closed` : `${name}: what waits for you`;
  const asked =
    act === 'open'
      ? [`The round ${name} was to open on ${formatDate(cycle.opensOn)}. Nobody is asked anything before somebody opens it:`, `${origin}/cycles/${cycle.id}`, '']
      : act === 'close'
        ? [`The round ${name} was to close on ${formatDate(cycle.closesOn)}. It stays open until somebody closes it or moves the day:`, `${origin}/cycles/${cycle.id}`, '']
        : [];
  const body = [
    `Hello ${plain(toName)},`,
    '',
    ...asked,
    ...(self ? [`In the round ${name} you are asked for your own levels${until(cycle.selfDueOn, today)}:`, `${origin}/people/${self.id}/assess`, ''] : []),
    ...block(`In the round ${name} these people wait for your levels${until(cycle.managerDueOn, today)}:`, manager, ({ id }) => `${origin}/people/${id}/assess`),
    ...block(`With these people levels are still to be agreed${until(cycle.conversationDueOn, today)}:`, conversation, ({ id }) => `${origin}/people/${id}/agree`),
    ...block(`These people wait for moderation${until(cycle.moderationDueOn, today)}:`, moderation, () => `${origin}/cycles/${cycle.id}/moderation`),
    ...(manager.length + conversation.length > 0 && act === null ? ['How far the round is:', `${origin}/cycles/${cycle.id}`, ''] : []),
    'This mail comes once a day at most, while something waits for you.',
    '',
  ].join('\n');
  return { subject, body };
}
