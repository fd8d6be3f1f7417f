import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { noticeTitles } from '#app/domain/privacy/notice-kind.ts';
import { readPublicNotice } from '#app/services/organisation/read-public-notice.server.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { NoticePage } from './notice-page.tsx';

/** Whoever wants to know before they sign in, or cannot, must be able to read it. */
export const handle = { access: 'public' satisfies RouteAccess };

const title = noticeTitles['accessibility-statement'];

export async function loader({ params }: LoaderFunctionArgs) {
  return readPublicNotice(params.slug ?? '', 'accessibility-statement');
}

export const meta: MetaFunction = () => [{ title: pageTitle(title) }];

export default function AccessibilityStatement() {
  return <NoticePage title={title} notice={useLoaderData<typeof loader>()} />;
}
