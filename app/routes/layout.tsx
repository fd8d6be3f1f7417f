import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Action } from '#app/domain/access/action.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSwitchable } from '#app/services/accounts/read-switchable.server.ts';
import { readSlug } from '#app/services/organisation/read-slug.server.ts';
import { ErrorPage } from '#app/ui/error-page.tsx';
import { errorStatus } from '#app/ui/error-status.ts';
import { errorWait } from '#app/ui/error-wait.ts';
import { errorWords } from '#app/ui/error-words.ts';
import { Frame } from '#app/ui/frame.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PlainFrame } from '#app/ui/plain-frame.tsx';
import { TopBar } from '#app/ui/top-bar.tsx';
import { keepRetryAfter } from './keep-retry-after.ts';

/** The frame only: every page inside it authorises for itself. */
export const handle = { access: 'signed-in' satisfies RouteAccess };

/** In the order of the bar; an entry without an action is for everybody who is signed in. */
const places: { to: string; label: string; action?: Action }[] = [
  { to: '/', label: 'Home' },
  { to: '/teams', label: 'Teams', action: 'read-teams' },
  { to: '/cycles', label: 'Rounds', action: 'read-cycles' },
  { to: '/framework', label: 'Framework', action: 'read-framework' },
  { to: '/framework/releases', label: 'Releases', action: 'import-framework' },
  { to: '/settings/users', label: 'Settings', action: 'manage-access' },
];

export async function loader({ request }: LoaderFunctionArgs) {
  // The bar stands above the page that sets a second factor up, too; it shows names, and no more of the organisation.
  const context = await requireContext(request, { secondFactor: true });
  const { viewer } = context;
  return {
    viewerName: viewer.name,
    organisationName: viewer.organisationName,
    maySwitch: await readSwitchable(context),
    slug: await readSlug(context),
    menu: places
      .filter(({ action }) => action === undefined || mayBeAnywhere(viewer, action))
      .map(({ to, label }) => ({ to, label })),
  };
}

/** The bar hangs on who is signed in, not on what is asked of a page: another look at the same page leaves it as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) => {
  const isALook = formMethod === undefined || formMethod === 'GET';
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isALook && isSamePage ? false : defaultShouldRevalidate;
};

type Bar = Awaited<ReturnType<typeof loader>>;

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ error }) => [
  { title: pageTitle(error === undefined ? undefined : errorWords(errorStatus(error)).title) },
];

export default function SignedInLayout() {
  return (
    <SignedInFrame bar={useLoaderData<typeof loader>()}>
      <Outlet />
    </SignedInFrame>
  );
}

/** Keeps the bar around an error of a page, and does without where the bar itself could not be read. */
export function ErrorBoundary() {
  const bar = useRouteLoaderData<typeof loader>('routes/layout');
  const error = useRouteError();
  const page = <ErrorPage status={errorStatus(error)} retryAfterSeconds={errorWait(error)} />;
  return bar ? <SignedInFrame bar={bar}>{page}</SignedInFrame> : <PlainFrame>{page}</PlainFrame>;
}

function SignedInFrame({ bar, children }: { bar: Bar; children: ReactNode }) {
  const footerLinks = [
    ...bar.menu.filter(({ label }) => label === 'Framework' || label === 'Teams'),
    { to: `/notices/${bar.slug}/privacy-notice`, label: 'Privacy' },
    { to: `/notices/${bar.slug}/accessibility-statement`, label: 'Accessibility' },
  ];
  return (
    <Frame bar={<TopBar {...bar} />} footerLinks={footerLinks}>
      {children}
    </Frame>
  );
}
