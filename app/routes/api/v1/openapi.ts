import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { document } from './document.server.ts';
import { readOpenapi } from './operations/read-openapi.ts';

export const handle = { access: 'public' satisfies RouteAccess };

const route = apiRoute(endpoint(readOpenapi)(async () => ({ status: 200, body: document })));

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
