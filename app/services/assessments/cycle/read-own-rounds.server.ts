import { and, eq } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { countStandings } from '#app/domain/assessment/cycle/count-standings.ts';
import type { CycleStep } from '#app/domain/assessment/cycle/cycle-facts.ts';
import { describeProgress } from '#app/domain/assessment/cycle/describe-progress.ts';
import { type NamedPerson, whoWaits } from '#app/domain/assessment/cycle/who-waits.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { cycle } from '#db/schema/index.ts';
import { readGrantHolders } from './read-grant-holders.server.ts';
import { readRoundPeople } from './read-round-people.server.ts';

/** What an open round has to do with the viewer; a part that does not concern them is null or empty. */
export interface OwnRound {
  id: string;
  name: string;
  closesOn: string;
  selfDueOn: string | null;
  managerDueOn: string | null;
  conversationDueOn: string | null;
  /** Where they take part: what is waited for of them and about them, or that they are done. */
  own: { personId: string; kind: 'waiting' | 'showing' | 'done' | 'exempt' | 'left'; steps: CycleStep[] } | null;
  /** Who waits for them. */
  manager: NamedPerson[];
  conversation: NamedPerson[];
  moderation: NamedPerson[];
  /** Where they run it: how far it is. */
  progress: string | null;
}

/** The open rounds that ask something of the viewer, that they take part in, or that they run, for their first page. Holds no level. */
export async function readOwnRounds(context: Context): Promise<OwnRound[]> {
  const { viewer } = context;
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const tree = await readTeamTree(context.db);
  return context.db.transaction(async (tx) => {
    const open = await tx.select().from(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.state, 'open'))).orderBy(cycle.closesOn, cycle.name);
    if (open.length === 0) return [];
    const holders = await readGrantHolders(tx, organisationId, today);
    const rounds: OwnRound[] = [];
    for (const row of open) {
      const people = await readRoundPeople(tx, organisationId, row, today);
      const waits = whoWaits(people, holders, tree);
      const mine = waits.users.find(({ userId }) => userId === viewer.userId);
      const self = people.find(({ id }) => id === viewer.personId);
      const progress = isPermitted(viewer, 'run-cycles', { teamId: row.teamId }) ? describeProgress(row, countStandings(people.map(({ standing }) => standing)), waits) : null;
      if (!mine && !self && progress === null) continue;
      const { id, name, closesOn, selfDueOn, managerDueOn, conversationDueOn } = row;
      rounds.push({
        id,
        name,
        closesOn,
        selfDueOn,
        managerDueOn,
        conversationDueOn,
        own: self ? { personId: self.id, ...self.standing } : null,
        manager: mine?.manager ?? [],
        conversation: mine?.conversation ?? [],
        moderation: mine?.moderation ?? [],
        progress,
      });
    }
    return rounds;
  });
}
