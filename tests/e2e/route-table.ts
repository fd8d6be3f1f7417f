import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';

/** One address of the product, as the build serves it. */
export interface RouteEntry {
  id: string;
  /** With parameters, such as `/teams/:teamId/flags`; a layout has none of its own. */
  pattern: string | null;
  /** What the module declares; undefined where nobody decided. */
  access: RouteAccess | undefined;
  isApi: boolean;
  hasAction: boolean;
}

type Routes = ServerBuild['routes'];
type Module = { handle?: { access?: RouteAccess }; action?: unknown };

function pathOf(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id];
  if (!route) return '';
  return `${pathOf(routes, route.parentId)}${route.path ? `/${route.path}` : ''}`;
}

/** The routes of a build but the root, which is the frame of all and reads nothing. */
export function routesOf(routes: Routes): RouteEntry[] {
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === 'root') return [];
    const { handle, action } = route.module as Module;
    const isLayout = !route.path && !route.index;
    const pattern = isLayout ? null : pathOf(routes, route.id) || '/';
    return [{ id: route.id, pattern, access: handle?.access, isApi: pattern?.startsWith('/api/') ?? false, hasAction: action !== undefined }];
  });
}

/** Every route of the built product. */
export async function readRouteTable(): Promise<RouteEntry[]> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild;
  return routesOf(build.routes);
}

/** The routes about which nobody decided. */
export function undeclared(routes: readonly RouteEntry[]): string[] {
  return routes.filter(({ access }) => access === undefined).map(({ id }) => id);
}
