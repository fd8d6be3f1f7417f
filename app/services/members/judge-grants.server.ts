import type { WantedGrant as Grant } from '#app/domain/access/judge-grant.ts';
import type { Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { readGrantFault } from './read-grant-fault.server.ts';
import type { Tx } from '#db/tenant.ts';

/** A grant that is to be given, and the row of the form that it stands in, from 1: its place among them where it is left out. */
export interface WantedGrant extends Grant {
  row?: number;
}

/**
 * Whether these grants can be given in the organisation; else what is wrong, at its field, such as
 * `grants.1.teamId`. The same grant twice is wrong as well. Asks no permission: whoever gives them has.
 */
export async function judgeGrants(tx: Tx, organisationId: string, grants: readonly WantedGrant[]): Promise<Outcome<null>> {
  const rowOf = (at: number) => grants[at]?.row ?? at + 1;
  const fault = await readGrantFault(tx, organisationId, grants);
  if (fault) return refused(`grants.${rowOf(fault.at)}.${fault.part}`, fault.message);
  const keys = grants.map(({ accessRole, teamId, roleId }) => [accessRole, teamId, roleId].join());
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  return twice === -1 ? done(null) : refused(`grants.${rowOf(twice)}.accessRole`, 'This stands there twice: remove one of the two');
}
