import { layout, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL of the product, on one page. */
export default [
  // For those who are not signed in.
  layout('routes/plain-layout.tsx', []),

  // For those who are: inside the bar.
  layout('routes/layout.tsx', []),

  // Without a frame: answers that are no pages.

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
