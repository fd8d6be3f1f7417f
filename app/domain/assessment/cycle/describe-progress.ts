import type { CycleFacts } from './cycle-facts.ts';
import type { StepCounts } from './count-standings.ts';
import type { WhoWaits } from './who-waits.ts';

const most = 3;

/** Names with the number of people that wait for each: "Ada (4) and Ben (1)"; of many the first three and how many others. */
function listed(parts: readonly string[]): string {
  const told = parts.length > most + 1 ? [...parts.slice(0, most), `${parts.length - most} others`] : [...parts];
  const last = told.pop() ?? '';
  return told.length === 0 ? last : `${told.join(', ')} and ${last}`;
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

function describeDone(done: number, taking: number): string {
  if (taking === 1) return `The one person in it is ${done === 1 ? 'done' : 'not done yet'}.`;
  return done === taking ? `All ${taking} people are done.` : `${done} of ${taking} people ${done === 1 ? 'is' : 'are'} done.`;
}

/** One sentence or two: how far an open round is, and who waits for whom. Says no level. */
export function describeProgress(cycle: Pick<CycleFacts, 'state'>, counts: StepCounts, waits: WhoWaits): string {
  const taking = counts.people - counts.exempt - counts.left;
  if (cycle.state === 'planned') return 'Not open yet: nobody is asked anything before somebody opens it.';
  if (taking === 0) return 'Nobody takes part in this round.';
  const done = describeDone(counts.done, taking);
  if (cycle.state === 'closed' || counts.done === taking) return done;
  const waited = [
    ...(waits.self.length === 0 ? [] : [waits.self.length === 1 ? `${waits.self[0]!.name} for their own levels` : `${people(waits.self.length)} for their own levels`]),
    ...waits.users.map(({ name, manager, conversation, moderation }) => `${name} (${manager.length + conversation.length + moderation.length})`),
  ];
  const waiting = waited.length === 0 ? '' : ` Waited for: ${listed(waited)}.`;
  const stuck = waits.nobody.length === 0 ? '' : ` For ${people(new Set(waits.nobody.map(({ id }) => id)).size)} there is nobody who can.`;
  return `${done}${waiting}${stuck}`;
}
