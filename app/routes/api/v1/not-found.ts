import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { problem } from '#app/platform/api/problem.server.ts';

export const handle = { access: 'public' satisfies RouteAccess };

/** Any address of the API that no other route knows, whatever the method. */
export const loader = async () => problem(404);
export const action = async () => problem(404);
