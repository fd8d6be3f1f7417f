import { layout, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL of the product, on one page. */
export default [
  // For those who are not signed in.
  layout('routes/plain-layout.tsx', [
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('first-run', 'routes/account/first-run.tsx'),
  ]),

  // For those who are: inside the bar.
  layout('routes/layout.tsx', []),

  // Without a frame: answers that are no pages.
  route('sign-out', 'routes/account/sign-out.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
