import { type RouteConfig, route } from '@remix-run/route-config';

/** Every URL of the product, on one page. */
export default [
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
