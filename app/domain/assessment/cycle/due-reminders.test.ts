import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { type RoundToRemind, dueReminders } from './due-reminders.ts';
import { lastReminderDay } from './last-reminder-day.ts';
import { reminderMail } from './reminder-mail.ts';
import type { RoundPerson } from './who-waits.ts';

const facts = { state: 'open' as const, opensOn: '2026-06-01', closesOn: '2026-07-01', selfDueOn: '2026-06-15', managerDueOn: '2026-06-15', conversationDueOn: '2026-06-25', moderationDueOn: null, hidesVoices: true };
const tree = [{ id: 'lights', parentId: null, name: 'Lights' }];
const person = (id: string, steps: RoundPerson['standing']['steps']): RoundPerson => ({ id, name: `Name of ${id}`, teamId: 'lights', teamName: 'Lights', roleId: null, standing: { kind: 'waiting', steps } });
const holders = [
  { userId: 'head', name: 'Hana Head', personId: null, grants: [{ accessRole: 'head-of-service' as const, teamId: null, roleId: null }] },
  { userId: 'manager', name: 'Mo Manager', personId: null, grants: [{ accessRole: 'team-manager' as const, teamId: 'lights', roleId: null }] },
  { userId: 'ann', name: 'Ann', personId: 'ann', grants: [] },
];
const round = (wanted: Partial<Omit<RoundToRemind, 'cycle'>> & { cycle?: Partial<RoundToRemind['cycle']> } = {}): RoundToRemind => ({
  people: [person('ann', ['self', 'manager']), person('ben', ['self', 'manager'])],
  holders,
  tree,
  remindedOn: new Map(),
  ...wanted,
  cycle: { ...facts, teamId: null, openedOn: '2026-06-01', ...wanted.cycle },
});

/** The days of a year on which each user gets a mail, when the job runs on every day but these. */
function mailDays(asked: Parameters<typeof round>[0], from: string, days: number, missed: readonly string[] = []): Record<string, string[]> {
  const remindedOn = new Map<string, string>();
  const sent: Record<string, string[]> = {};
  for (let at = 0; at < days; at += 1) {
    const today = addDays(from, at);
    if (missed.includes(today)) continue;
    for (const { userId } of dueReminders(round({ ...asked, remindedOn }), today)) {
      remindedOn.set(userId, today);
      (sent[userId] ??= []).push(today);
    }
  }
  return sent;
}

describe('the days of a reminder', () => {
  it('are seven and one before the last day, and weekly after it', () => {
    const days = Array.from({ length: 40 }, (_, at) => addDays('2026-06-01', at));
    const seen = days.map((today) => lastReminderDay('2026-06-15', today));
    expect([...new Set(seen)]).toEqual([null, '2026-06-08', '2026-06-14', '2026-06-22', '2026-06-29', '2026-07-06']);
    expect(days.every((today, at) => seen[at] === null || seen[at]! <= today)).toBe(true);
    expect(lastReminderDay(null, '2026-06-15')).toBeNull();
  });
});

describe('who is reminded', () => {
  it('is whoever is waited for: at the opening, seven days and a day before, weekly after, and once a day', () => {
    const days = ['2026-06-01', '2026-06-08', '2026-06-14', '2026-06-22', '2026-06-29'];
    expect(mailDays({}, '2026-06-01', 30)).toEqual({ manager: days, ann: days });
  });

  it('is told late where the job did not run on the day, and not twice', () => {
    expect(mailDays({}, '2026-06-01', 20, ['2026-06-08', '2026-06-09']).ann).toEqual(['2026-06-01', '2026-06-10', '2026-06-14']);
  });

  it('is told once they are first waited for, and no longer once they are not', () => {
    expect(mailDays({ people: [person('ann', ['conversation'])] }, '2026-06-16', 10)).toEqual({ manager: ['2026-06-16', '2026-06-18', '2026-06-24'] });
    expect(mailDays({ people: [] }, '2026-06-01', 30)).toEqual({});
  });

  it('of a round that is planned is the head, from its opening day weekly; of one past its closing day too', () => {
    expect(mailDays({ cycle: { state: 'planned', openedOn: null } }, '2026-05-20', 30)).toEqual({ head: ['2026-06-01', '2026-06-08', '2026-06-15'] });
    expect(mailDays({ people: [] }, '2026-06-28', 14)).toEqual({ head: ['2026-07-02', '2026-07-09'] });
    const [act] = dueReminders(round({ people: [] }), '2026-07-02');
    expect(act).toMatchObject({ userId: 'head', act: 'close', self: null, manager: [] });
  });

  it('is the administrator where no head leads so far up', () => {
    const administrator = { userId: 'admin', name: 'Admin', personId: null, grants: [{ accessRole: 'administrator' as const, teamId: null, roleId: null }] };
    expect(dueReminders(round({ holders: [administrator], cycle: { state: 'planned' } }), '2026-06-01').map(({ userId }) => userId)).toEqual(['admin']);
  });

  it('is nobody of a closed round', () => {
    expect(mailDays({ cycle: { state: 'closed' }, people: [] }, '2026-06-01', 60)).toEqual({});
  });
});

describe('the mail of a reminder', () => {
  const cycle = { ...facts, id: 'round-id', name: 'Summer\nround' };
  const mailTo = (userId: string, today = '2026-06-08') =>
    reminderMail({ toName: 'Mo {link}\r\nManager', cycle, reminder: dueReminders(round({ people: [...round().people, person('cid', ['conversation']), person('dan', ['moderation'])] }), today).find((one) => one.userId === userId)!, origin: 'https://skills.example', today });

  it('names everybody whom a manager holds up, with the pages, on lines of their own', () => {
    const { subject, body } = mailTo('manager');
    expect(subject).toBe('Summer round: what waits for you');
    expect(body).toContain('Hello Mo Manager,\n');
    expect(body).toContain('In the round Summer round these people wait for your levels, by 15 June 2026:\n- Name of ann: https://skills.example/people/ann/assess\n- Name of ben: https://skills.example/people/ben/assess\n');
    expect(body).toContain('- Name of cid: https://skills.example/people/cid/agree');
    expect(body).toContain('https://skills.example/cycles/round-id');
  });

  it('asks a person for their own levels alone, and says when the day is over', () => {
    expect(mailTo('ann').body).toContain('you are asked for your own levels, by 15 June 2026:\nhttps://skills.example/people/ann/assess\n');
    expect(mailTo('ann').body).not.toContain('Name of ben');
    expect(mailTo('ann', '2026-06-16').body).toContain('which was due by 15 June 2026:');
  });

  it('asks a head to act', () => {
    expect(mailTo('head').body).toContain('- Name of dan: https://skills.example/cycles/round-id/moderation');
    const toOpen = dueReminders(round({ cycle: { state: 'planned' } }), '2026-06-01')[0]!;
    expect(reminderMail({ toName: 'Hana', cycle: { ...cycle, state: 'planned' }, reminder: toOpen, origin: 'https://skills.example', today: '2026-06-01' })).toMatchObject({
      subject: 'The round Summer round waits to be opened',
      body: expect.stringContaining('was to open on 1 June 2026') as string,
    });
  });
});
