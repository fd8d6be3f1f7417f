import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { MatrixTotals } from '#app/domain/capability/matrix-totals.ts';
import type { Flag } from '#app/domain/capability/flag.ts';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { type WaitingPerson, waitingToAgree } from '#app/domain/capability/waiting-to-agree.ts';
import { serviceReport } from '#app/domain/planning/service-report.ts';
import type { Context } from '#app/platform/context.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { readToAgree } from './read-to-agree.server.ts';

/** One service or team that the viewer leads, at a glance. */
export interface HomeTeam {
  id: string;
  name: string;
  people: number;
  totals: MatrixTotals;
  flagCount: number;
  /** At most three, worst first. */
  worstFlags: Flag[];
  /** Who waits for a conversation, the most skills first. */
  waiting: WaitingPerson[];
  /** Null for a team without teams under it. */
  matrix: ServiceMatrix | null;
}

export interface Home {
  /** The tops of what the viewer leads. */
  teams: HomeTeam[];
  /** The tops of what the viewer may only see in aggregate. */
  aggregateTeams: { id: string; name: string }[];
  /** Whose levels the viewer has to agree as a moderator, the most skills first. */
  toAgree: WaitingPerson[];
  /** The viewer's own record, if they are a person of the organisation. */
  ownPersonId: string | null;
  /** False while the organisation has no teams at all. */
  hasTeams: boolean;
}

/** More than this many services at once are a list, not a glance. */
const mostTeams = 5;

/** What somebody finds when they come in: what they lead and how it stands. Asks for nothing that they may not see. */
export async function readHome(context: Context): Promise<Home> {
  const { viewer } = context;
  const tree = await readTeamTree(context.db);
  const topsOf = (action: 'read-flags' | 'read-aggregates') => {
    const reached = tree.filter((node) => isPermitted(viewer, action, { teamId: node.id }));
    const ids = new Set(reached.map((node) => node.id));
    return reached.filter((node) => node.parentId === null || !ids.has(node.parentId));
  };
  const led = topsOf('read-flags');
  const teams: HomeTeam[] = [];
  for (const { id } of led.slice(0, mostTeams)) {
    const { team, facts } = await readFlags(context, { teamId: id, page: 'home' });
    const report = serviceReport(facts);
    const matrix = team.children.length > 0 ? (await readServiceMatrix(context, { teamId: id })).matrix : null;
    teams.push({
      id,
      name: team.name,
      people: facts.subjects.length,
      totals: report.completeness,
      flagCount: report.flagCount,
      worstFlags: report.worstFlags,
      waiting: waitingToAgree(facts.subjects),
      matrix,
    });
  }
  return {
    teams,
    aggregateTeams: led.length > 0 ? [] : topsOf('read-aggregates').map(({ id, name }) => ({ id, name })),
    toAgree: await readToAgree(context),
    ownPersonId: viewer.personId,
    hasTeams: tree.length > 0,
  };
}
