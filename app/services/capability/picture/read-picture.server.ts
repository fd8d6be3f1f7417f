import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import { decidePictureState, type ShownState } from '#app/domain/capability/picture/decide-picture-state.ts';
import { filterPicture } from '#app/domain/capability/picture/filter/filter-picture.ts';
import { groupColumns } from '#app/domain/capability/picture/filter/group-columns.ts';
import { orderPicture } from '#app/domain/capability/picture/order/order-picture.ts';
import { pictureTotals, type PictureTotals } from '#app/domain/capability/picture/picture-totals.ts';
import { type FilterChoices, pictureChoices } from '#app/domain/capability/picture/views/picture-choices.ts';
import type { PictureMetric, Picture, PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { metricsFor } from '#app/domain/capability/picture/metrics-for.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';
import { viewsFor } from '#app/domain/capability/picture/views-for.ts';
import { withholdCounts } from '#app/domain/capability/picture/views/withhold-counts.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { readClosedRounds } from './read-closed-rounds.server.ts';
import { readCyclesView } from './read-cycles-view.server.ts';
import { readExpectationView } from './read-expectation-view.server.ts';
import { readPeopleView } from './read-people-view.server.ts';
import { readRoleLevelsView } from './read-role-levels-view.server.ts';
import { readTeamsView } from './read-teams-view.server.ts';
import type { ViewRead, ViewWanted } from './view-source.ts';

/** What the controls of a picture offer. */
export interface PictureChoices extends FilterChoices {
  /** The views that this reader may open, and what the cells of this one can say. */
  views: PictureView[];
  metrics: readonly PictureMetric[];
  /** Closed rounds that took in people of these teams, with the day each was closed, newest first. */
  cycles: { id: string; name: string; on: string }[];
}

/** Which rows of a picture are wanted. */
export interface RowsWanted {
  /** From 0; the page of `count` rows on which this one stands is given, or the last page where there is none. */
  from: number;
  count: number;
  /** A picture of no more cells than this is given whole. */
  wholeUpTo?: number;
}

export interface PictureAnswer {
  team: TeamPlace;
  /** What is shown of what was asked for: nothing is left open. */
  state: ShownState;
  /** What is wrong with a day that was asked for, in words; null where nothing is. */
  problem: string | null;
  picture: Picture;
  /** The first row that is here, and how many there are after the filters. */
  window: { from: number; total: number };
  /** Of all rows after the filters, also those outside the window. */
  totals: PictureTotals;
  /** In a comparison: people who were not here on the earlier day, and those who were and are not any more. */
  joined: number;
  left: number;
  choices: PictureChoices;
}

/** A count below this is withheld from readers outside the line. */
const smallestCount = 5;

const viewReaders: Record<PictureView, (wanted: ViewWanted) => Promise<ViewRead>> = {
  people: readPeopleView,
  teams: readTeamsView,
  'role-levels': readRoleLevelsView,
  cycles: readCyclesView,
  voices: readPeopleView,
  expectation: readExpectationView,
};

/**
 * The picture of a team and the teams under it that a state asks for, order and filters applied. A reader who may only see aggregates
 * gets teams x skills of today with small counts withheld, and of the top of their grant only, whatever was asked for. With
 * `options.rows` only the page of these rows is in the answer, cut after order and filters. A picture that names people is recorded as a look at
 * `options.page`. Throws 404 for an unknown team, 403 where the viewer may not see its figures.
 */
export async function readPicture(
  context: Context,
  teamId: string,
  asked: PictureState,
  options: { page?: RatingsPage; rows?: RowsWanted } = {},
): Promise<PictureAnswer> {
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const team = await readTeam(inside, teamId);
    const mayNamePeople = authoriseReader(context, team);
    const reader = { mayNamePeople, isService: team.children.length > 0, today: todayOf(context) };
    const { state, problem } = decidePictureState(asked, reader);
    // At once, as far as they ask nothing of each other: what is asked for together is one message.
    const closed = mayNamePeople ? readClosedRounds(tx, context.db.organisationId, team) : Promise.resolve([]);
    const [rounds, read] = await Promise.all([closed, viewReaders[state.view]({ tx, context: inside, team, state, today: reader.today, rounds: closed })]);
    const whole = mayNamePeople ? read : withheld(read, team);
    const picture = arranged(whole, team, state);
    const { from, picture: shown } = windowOf(picture, options.rows);
    if (picture.cells.kind === 'person') {
      await recordRatingsView(tx, context, { page: options.page ?? 'heatmap', teamId: team.id, asOf: state.asOf, people: shown.rows.length });
    }
    return {
      team,
      state,
      problem,
      picture: shown,
      window: { from, total: picture.rows.length },
      totals: pictureTotals(picture),
      joined: read.joined,
      left: read.left,
      choices: {
        ...pictureChoices(whole.picture, state.view === 'teams' ? team.children : teamsUnder(team), whole.standing),
        views: viewsFor(reader),
        metrics: metricsFor(reader, state),
        cycles: [...rounds].reverse().map(({ id, name, on }) => ({ id, name, on })),
      },
    };
  });
}

function windowOf(picture: Picture, wanted: RowsWanted | undefined): { from: number; picture: Picture } {
  const total = picture.rows.length;
  if (!wanted || total * picture.columns.length <= (wanted.wholeUpTo ?? 0)) return { from: 0, picture };
  const { count } = wanted;
  const from = Math.floor(Math.max(0, Math.min(wanted.from, total - 1)) / count) * count;
  return { from, picture: takeRows(picture, Array.from({ length: Math.min(count, total - from) }, (_, at) => from + at)) };
}

/** What a reader outside the line may see of it: no small counts, and no numbers of people that would give them away. */
function withheld(read: ViewRead, { id, name }: TeamPlace): ViewRead {
  const picture = withholdCounts(read.picture, { id, name: `All of ${name}` }, smallestCount);
  const rows = picture.rows.map(({ id: teamId }) => ({ teamId, roleId: null, roleLevelId: null, people: 0 }));
  return { ...read, picture, rows };
}

/** Columns grouped among all rows, then the rows and columns that the filters leave, in their order. */
function arranged({ picture, rows }: ViewRead, { tree }: TeamPlace, state: ShownState): Picture {
  const roleIds = state.view === 'teams' ? null : rows.map(({ roleId }) => roleId);
  const grouped = state.groupColumns ? groupColumns(picture, roleIds) : picture;
  return orderPicture(filterPicture(grouped, { rows, tree }, state.filters), state.order, { skillId: state.orderSkillId });
}

/** The teams below, in the order of the tree. */
function teamsUnder({ id, subtreeIds, tree }: TeamPlace): TeamNode[] {
  const nodes = new Map(tree.map((node) => [node.id, node]));
  return subtreeIds.flatMap((teamId) => (teamId === id ? [] : (nodes.get(teamId) ?? [])));
}

/** Whether this reader may see the levels of single people; whoever may see nothing here, or only the whole above it, is refused. */
function authoriseReader(context: Context, team: TeamPlace): boolean {
  const reach = { teamId: team.id };
  authorise(context, 'read-aggregates', reach);
  const mayNamePeople = isPermitted(context.viewer, 'read-ratings', reach);
  const isBelowTheTop = team.parentId !== null && isPermitted(context.viewer, 'read-aggregates', { teamId: team.parentId });
  if (!mayNamePeople && isBelowTheTop) deny(context, 'read-aggregates', reach);
  return mayNamePeople;
}
