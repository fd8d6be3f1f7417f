import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { searchFramework } from '#app/services/framework/search-framework.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { FrameworkFinds } from './framework-finds.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  return { words, finds: await searchFramework(await requireContext(request), words) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.words ? `Search the framework for ${data.words}` : 'Search the framework') }];

export default function SearchFramework() {
  const { words, finds } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Search' }]} />
      <Page title="Search the framework" lead={finds.length > 0 ? `${finds.length} ${finds.length === 1 ? 'role or skill has' : 'roles and skills have'} all of “${words}”, those with it in the name first.` : undefined}>
        <Form method="get" role="search" aria-label="The framework" className="mb-step">
          <TextField key={words} name="q" type="search" label="Words" hint="Of names, descriptions and statements; any form of a word is found" defaultValue={words} width="half" maxLength={200} autoComplete="off" />
          <Button look="secondary">Search</Button>
        </Form>
        {words !== '' && finds.length === 0 && (
          <EmptyState title={`Nothing has all of “${words}”`}>
            <p>Try fewer words, or another word for the same thing. Skills without wording are found by their names only.</p>
          </EmptyState>
        )}
        <FrameworkFinds finds={finds} />
      </Page>
    </>
  );
}
