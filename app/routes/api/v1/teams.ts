import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { listTeams } from './operations/list-teams.ts';

export const handle = { access: { action: 'read-teams', subject: 'organisation' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(listTeams)(async ({ context }) => ({ status: 200, body: { teams: await readTeamTree(context.db) } })),
);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
