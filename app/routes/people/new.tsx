import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { newPersonInput } from '#app/services/people/person-input.ts';
import { readPlacementOptions } from '#app/services/people/read-placement-options.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PersonDetailsFields, PlacementFields } from './person-fields.tsx';

export const handle = { access: { action: 'write-people', subject: 'anywhere' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const options = await readPlacementOptions(context);
  if (options.teams.length === 0) deny(context, 'write-people');
  const wished = new URL(request.url).searchParams.get('team') ?? undefined;
  return { options, values: { teamId: wished, startsOn: todayOf(context) } };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await request.formData();
  const parsed = newPersonInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await addPerson(context, parsed.data);
  if (!outcome.ok) return data({ problems: [outcome.problem], typed: typedText(form) }, { status: 422 });
  return redirect(`/people/${outcome.value.personId}`);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Add a person') }];

export default function NewPerson() {
  const { options, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const filled: Record<string, string | undefined> = refused?.typed ?? values;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Teams', to: '/teams' }, { label: 'Add a person' }]} />
      <ErrorSummary problems={problems} />
      <Page title="Add a person">
        <Form method="post">
          <PersonDetailsFields problems={problems} values={filled} />
          <PlacementFields problems={problems} values={filled} options={options} />
          <Button>Add person</Button>
        </Form>
      </Page>
    </>
  );
}
