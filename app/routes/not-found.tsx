import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { notFound } from '#app/platform/responses.server.ts';

export const handle = { access: 'public' satisfies RouteAccess };

/** Any address that no other route knows. */
export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
