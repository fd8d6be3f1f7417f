import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { ErrorPage } from '#app/ui/error-page.tsx';
import { errorStatus } from '#app/ui/error-status.ts';
import { errorWait } from '#app/ui/error-wait.ts';
import { errorWords } from '#app/ui/error-words.ts';
import { NonceContext } from '#app/ui/nonce-context.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PlainFrame } from '#app/ui/plain-frame.tsx';
import styles from './tailwind.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ error }) => [
  { title: pageTitle(error === undefined ? undefined : errorWords(errorStatus(error)).title) },
];

/** The document around every page, the error page included. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="description"
          content="Where teams stand against a capability framework, and against what their service needs."
        />
        <meta name="color-scheme" content="only light" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <PlainFrame>
      <ErrorPage status={errorStatus(error)} retryAfterSeconds={errorWait(error)} />
    </PlainFrame>
  );
}
