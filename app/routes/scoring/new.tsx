import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { addScheme } from '#app/services/assessments/scoring/add-scheme.server.ts';
import { schemeInput } from '#app/services/assessments/scoring/scheme-input.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SchemeForm } from './scheme-form.tsx';

export const handle = { access: { action: 'manage-scoring', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  authorise(await requireContext(request), 'manage-scoring');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'manage-scoring');
  const form = await readForm(request);
  const parsed = schemeInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await addScheme(context, parsed.data);
  if (!outcome.ok) return data({ problems: [outcome.problem], typed: typedText(form) }, { status: 422 });
  return redirect(`/scoring/${outcome.value.schemeId}?notice=added`);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Add a scoring scheme') }];

export default function NewScheme() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Rounds', to: '/cycles' }, { label: 'Scoring', to: '/scoring' }, { label: 'New' }]} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title="Add a scoring scheme" lead="It scores nobody before you switch it on. Look at a preview first.">
        <SchemeForm scheme={null} problems={refused?.problems ?? []} typed={refused?.typed ?? {}} />
      </Page>
    </>
  );
}
