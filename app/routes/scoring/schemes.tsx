import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSchemes } from '#app/services/assessments/scoring/read-schemes.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: { action: 'manage-scoring', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  return { schemes: await readSchemes(await requireContext(request)) };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Departmental scoring') }];

export default function Schemes() {
  const { schemes } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Rounds', to: '/cycles' }, { label: 'Scoring' }]} />
      <Page title="Departmental scoring" lead="Some departments turn the levels of a round into points, such as for an allowance. Nothing is scored until you switch a scheme on.">
        <p className="mb-step max-w-prose">
          A score is a suggestion from rules that you write, until a named person confirms it. It stands apart: no heatmap, flag or report
          shows it.
        </p>
        {schemes.length === 0 ? (
          <EmptyState title="No scheme yet">
            <p>
              Most organisations need none. If yours does, <TextLink to="/scoring/new">add a scheme</TextLink>.
            </p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Schemes, by name"
              rows={schemes}
              rowKey={(scheme) => scheme.id}
              stacked
              columns={[
                { key: 'name', head: 'Scheme', rowHead: true, cell: (scheme) => <TextLink to={`/scoring/${scheme.id}`}>{scheme.name}</TextLink> },
                { key: 'state', head: 'State', cell: (scheme) => <Tag>{scheme.isOn ? 'On' : 'Off'}</Tag> },
                {
                  key: 'rules',
                  head: 'Points below, at, above',
                  cell: ({ rules: { points } }) => `${points.below}, ${points.at}, ${points.above}`,
                },
              ]}
            />
            <p>
              <TextLink to="/scoring/new">Add a scheme</TextLink>
            </p>
          </>
        )}
      </Page>
    </>
  );
}
