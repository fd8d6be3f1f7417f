import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { countPeople } from '#app/domain/capability/picture/views/count-people.ts';
import { pictureCycles } from '#app/domain/capability/picture/views/picture-cycles.ts';
import type { CellCount } from '#app/domain/capability/picture/views/sum-counts.ts';
import { readEarlierPeople } from './read-earlier-people.server.ts';
import { readSnapshots } from './read-snapshots.server.ts';
import { readTeamFigures } from './read-team-figures.server.ts';
import type { ClosedRound, ViewRead, ViewWanted } from './view-source.ts';

/** As many columns as can be read side by side. */
const mostRounds = 8;

/** The id of the last column. */
const now = 'now';

/**
 * Skills over rounds: what was kept when each round was closed, added up over the teams shown, and the day asked for as the last column.
 * A round that was closed before anything was kept is counted from the history as of its closing day, against the bar of that day, which
 * is what would have been kept. The newest eight rounds. The caller has authorised the levels of these people.
 */
export async function readCyclesView(wanted: ViewWanted): Promise<ViewRead> {
  const { tx, context, team, state, today, rounds } = wanted;
  const shown = (await rounds).filter(({ on }) => on <= state.asOf).slice(-mostRounds);
  const kept = await readSnapshots(tx, context.db.organisationId, shown.map(({ id }) => id), team.subtreeIds);
  const counts = kept.map(({ cycleId: column, skillId: row, expected, assessed, met, atLevel, oldestOn }): CellCount => ({ row, column, expected, assessed, met, atLevel, oldestOn }));
  const skills: MatrixSkill[] = [];
  for (const round of shown.filter(({ id }) => !kept.some(({ cycleId }) => cycleId === id))) {
    const then = await readClosing(wanted, round);
    counts.push(...then.counts);
    skills.push(...then.skills);
  }
  const figures = await readTeamFigures(wanted);
  counts.push(...figures.counts.map((count) => ({ ...count, row: count.column, column: now })));
  const known = new Map([...skills, ...figures.skills].map((skill) => [skill.id, skill]));
  const picture = pictureCycles({
    asOf: state.asOf,
    columns: [...shown.map((round) => ({ id: round.id, name: nameOf(round, wanted) })), { id: now, name: state.asOf === today ? 'Today' : formatDate(state.asOf) }],
    skills: [...known.values()],
    counts,
    people: [...figures.people.values()].reduce((sum, people) => sum + people, 0),
  });
  return { picture, rows: picture.rows.map(() => ({ teamId: null, roleId: null, roleLevelId: null, people: 0 })), standing: [], joined: 0, left: 0 };
}

/** A round of only some of the teams shown says so. */
function nameOf({ name, teamId }: ClosedRound, { team }: ViewWanted): string {
  const isOfPart = teamId !== null && teamId !== team.id && team.subtreeIds.includes(teamId);
  return isOfPart ? `${name} (${team.tree.find(({ id }) => id === teamId)!.name} only)` : name;
}

async function readClosing({ tx, context, team }: ViewWanted, round: ClosedRound): Promise<{ counts: CellCount[]; skills: MatrixSkill[] }> {
  const inRound = round.teamId === null ? null : new Set(subtreeOf(team.tree, round.teamId));
  const teamIds = team.subtreeIds.filter((id) => inRound === null || inRound.has(id));
  const { people, skills } = await readEarlierPeople(tx, context.db.organisationId, teamIds, round.on);
  return { counts: countPeople(people, { rowOf: () => '' }).map((count) => ({ ...count, row: count.column, column: round.id })), skills };
}
