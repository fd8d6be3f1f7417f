import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readCareerSteps } from '#app/services/framework/career/read-career-steps.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { CareerSteps } from './career-steps.tsx';
import { FrameworkField } from './framework-field.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

/** Steps shown of each group; those beyond are far from what is expected now. */
const most = 12;

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  const view = await readCareerSteps(context, { from: asked.get('from'), frameworkKey: asked.get('framework') });
  if (view === null) return null;
  const { steps, ...rest } = view;
  const group = (isOther: boolean) => steps.filter(({ isOtherFamily }) => isOtherFamily === isOther);
  return { ...rest, own: group(false).slice(0, most), ownCount: group(false).length, others: group(true).slice(0, most), otherCount: group(true).length };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.from ? `Where ${data.from.name} can lead` : 'Career paths') }];

export default function Career() {
  const view = useLoaderData<typeof loader>();
  const crumbs = <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Career paths' }]} />;
  if (view === null) {
    return (
      <>
        {crumbs}
        <Page title="Career paths">
          <EmptyState title="No framework yet" action={{ to: '/framework', label: 'Go to the framework' }}>
            <p>There are no role levels to go to until a framework is adopted.</p>
          </EmptyState>
        </Page>
      </>
    );
  }
  const { version, options, from, own, ownCount, others, otherCount, withinReach } = view;
  return (
    <>
      {crumbs}
      <Page
        title={from ? `Where ${from.name} can lead` : 'Career paths'}
        lead={from ? 'The role levels that are nearest by what they are expected to hold: what carries over, and what is missing.' : 'Choose a role level to see which others are nearest to it by their skills.'}
        facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}
      >
        <Form method="get" className="mb-step">
          <FrameworkField version={version} />
          <SelectField key={from?.address ?? ''} name="from" label="Role level" prompt="Choose a role level" options={options} defaultValue={from?.address} />
          <Button look="secondary">Show</Button>
        </Form>
        {from?.expectations === 0 && <p className="mb-step">Nothing is expected of this role level, so nothing can be near to it.</p>}
        {from && from.expectations > 0 && (
          <>
            <CareerSteps title={from.family === null ? 'Further steps' : `In ${from.family}`} from={from} version={version} steps={own} count={ownCount} />
            {otherCount > 0 && <CareerSteps title="In other families" from={from} version={version} steps={others} count={otherCount} />}
            <p className="mb-step max-w-prose text-muted">
              {withinReach} more role {withinReach === 1 ? 'level shares' : 'levels share'} a skill and {withinReach === 1 ? 'asks' : 'ask'} for nothing that is not expected of {from.name} already. Distance is the share of the
              steps expected there that somebody who holds exactly what is expected here has still to take; a surplus in one skill makes up for nothing in another. What a person holds may differ: their own page says how
              ready they are.
            </p>
          </>
        )}
      </Page>
    </>
  );
}
