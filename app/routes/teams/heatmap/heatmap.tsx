import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { TeamHeader } from '#app/routes/teams/team-header.tsx';
import { HeatmapBody } from './heatmap-body.tsx';
import { keepsData } from './keeps-data.ts';
import { readHeatmapPage } from './read-heatmap-page.server.ts';

export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

/** A service opens on its teams, a team on its people; who may see more can change between them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return readHeatmapPage(context, params.teamId ?? '', new URL(request.url).searchParams);
}

/** What only draws the same figures in another way, or opens something beside them, asks the server for nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) => {
  const isALook = formMethod === undefined || formMethod === 'GET';
  return isALook && currentUrl.href !== nextUrl.href && keepsData(currentUrl, nextUrl) ? false : defaultShouldRevalidate;
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `Heatmap of ${data.team.name}` : undefined) }];

export default function Heatmap() {
  const page = useLoaderData<typeof loader>();
  return (
    // Less room above, so that the first rows are seen without scrolling.
    <div className="md:-mt-step print:mt-0">
      <TeamHeader frame={page.frame} />
      <div className="md:-mt-snug print:mt-0">
        <HeatmapBody page={page} />
      </div>
    </div>
  );
}
