import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { CountCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { problem } from '#app/platform/api/problem.server.ts';
import { revisionTag } from '#app/platform/revision-tag.server.ts';
import type { CountedChanges } from '#app/services/capability/picture/count-changes.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { askedDay } from './asked-day.server.ts';
import { changesOfTeam } from './changes-of-team.server.ts';
import { countedViews, readTeamCounts } from './operations/read-team-counts.ts';

export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

type CountedView = (typeof countedViews)[number];

const route = apiRoute(
  endpoint(readTeamCounts, changesOfTeam)(async ({ context, request, parameter, ahead }) => {
    const view = askedView(request);
    const asOf = askedDay(request);
    const teamId = parameter('teamId');
    const { tag, isKnown } = revisionTag(request, await readPictureRevision(context, teamId, ahead as CountedChanges[]));
    const headers = { ETag: tag };
    if (isKnown) return { status: 304, headers };
    const state = parsePictureState(new URLSearchParams({ view, ...(asOf === undefined ? {} : { asOf }) }));
    const { team, picture, problem: wrong } = await readPicture(context, teamId, state, { page: 'api' });
    if (wrong !== null) throw problem(400, `${wrong.split('. ')[0]}.`);
    const columns = picture.columns.map(({ id, name }) => ({ id, name }));
    const body = { team: team.name, teamId: team.id, view: picture.view as CountedView, asOf: picture.asOf, people: picture.people, columns, rows: rowsOf(picture) };
    return { status: 200, headers, body };
  }),
);

function askedView({ url }: Request): CountedView {
  const asked = new URL(url).searchParams.get('view') ?? 'teams';
  const view = countedViews.find((one) => one === asked);
  if (!view) throw problem(400, `"view" is one of ${countedViews.join(', ')}.`);
  return view;
}

/** The cells of each row, in lists: an object a cell takes several times as long to write and to read. */
function rowsOf({ rows, groups, columns, cells }: Picture) {
  const { expected, assessed, met, atLevel, oldestOn, suppressed } = cells as CountCells;
  const withheld = new Set(suppressed);
  return rows.map(({ id, name, group }, row) => {
    const from = row * columns.length;
    const of = <T>(list: readonly T[]): T[] => list.slice(from, from + columns.length);
    const told = <T>(list: readonly T[]): (T | null)[] => (withheld.size === 0 ? of(list) : of(list).map((figure, column) => (withheld.has(from + column) ? null : figure)));
    return { id, name, group: group === null ? null : groups[group]!.name, expected: told(expected), assessed: told(assessed), met: told(met), atLevel: told(atLevel), oldestAgreedOn: told(oldestOn) };
  });
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
