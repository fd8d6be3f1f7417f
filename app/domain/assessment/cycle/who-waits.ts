import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { CycleStep } from './cycle-facts.ts';
import { findResponsible, type GrantHolder } from './find-responsible.ts';
import type { Standing } from './judge-standing.ts';

/** Somebody in a round as lists name them. */
export interface RoundPerson {
  id: string;
  name: string;
  /** The team they stand in; of a closed round, in which they stood. */
  teamId: string | null;
  teamName: string | null;
  roleId: string | null;
  standing: Standing;
}

export type NamedPerson = Pick<RoundPerson, 'id' | 'name' | 'teamName'>;

/** What a round waits for from one user: whom they still have to assess, to agree with, or to decide about. */
export interface Waited {
  userId: string;
  name: string;
  manager: NamedPerson[];
  conversation: NamedPerson[];
  moderation: NamedPerson[];
}

export interface WhoWaits {
  /** People who have not handed in their own levels. */
  self: NamedPerson[];
  /** Most people first, then by name. */
  users: Waited[];
  /** People whom nobody can assess, or decide about: the round cannot end for them until somebody may. */
  nobody: (NamedPerson & { step: CycleStep })[];
}

/**
 * Who is waited for in a round, for whom. Assessing and agreeing are for whoever stands nearest above the person with the right
 * to assess them; moderation and disputes for whoever stands nearest with the right to moderate. Two at the same distance are
 * both waited for.
 */
export function whoWaits(people: readonly RoundPerson[], holders: readonly GrantHolder[], tree: readonly TeamNode[]): WhoWaits {
  const self: NamedPerson[] = [];
  const users = new Map<string, Waited>();
  const nobody: WhoWaits['nobody'] = [];
  for (const { id, name, teamId, teamName, roleId, standing } of people) {
    const named = { id, name, teamName };
    for (const step of standing.steps) {
      if (step === 'self') {
        self.push(named);
        continue;
      }
      const found = findResponsible(holders, step === 'moderation' ? 'moderate-levels' : 'assess-manager', { personId: id, teamId, roleId }, tree);
      if (found.length === 0) nobody.push({ ...named, step });
      for (const user of found) {
        const waited = users.get(user.userId) ?? { userId: user.userId, name: user.name, manager: [], conversation: [], moderation: [] };
        waited[step].push(named);
        users.set(user.userId, waited);
      }
    }
  }
  const size = ({ manager, conversation, moderation }: Waited) => manager.length + conversation.length + moderation.length;
  const sorted = [...users.values()].sort((one, other) => size(other) - size(one) || (one.name < other.name ? -1 : 1));
  return { self, users: sorted, nobody };
}
