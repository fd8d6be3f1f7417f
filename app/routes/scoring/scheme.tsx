import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { formRevision } from '#app/platform/form/typed-values.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readCycles } from '#app/services/assessments/cycle/read-cycles.server.ts';
import { editScheme } from '#app/services/assessments/scoring/edit-scheme.server.ts';
import { readScheme } from '#app/services/assessments/scoring/read-scheme.server.ts';
import { schemeInput } from '#app/services/assessments/scoring/scheme-input.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { SchemeForm } from './scheme-form.tsx';

export const handle = { access: { action: 'manage-scoring', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  added: 'The scheme is added and switched off. Preview it with a round below.',
  saved: 'The rules are saved. What was confirmed before stays as it was.',
  on: 'The scheme is on: its suggestions can be confirmed.',
  off: 'The scheme is off: nothing can be confirmed. What was confirmed before stays.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const scheme = await readScheme(context, params.schemeId ?? '');
  const { cycles } = await readCycles(context);
  return {
    scheme,
    notice: noticeIn(notices, request),
    cycles: cycles.filter(({ state }) => state !== 'planned').map(({ id, name, state }) => ({ id, name, state })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const schemeId = params.schemeId ?? '';
  await readScheme(context, schemeId);
  const form = await readForm(request);
  const revision = formRevision.safeParse(typed(form, 'revision'));
  if (!revision.success) return data({ problems: formProblems(revision.error), typed: typedText(form) }, { status: 422 });
  const wanted = typed(form, 'switch');
  if (wanted !== '') {
    const outcome = await editScheme(context, schemeId, { isOn: wanted === 'on' }, revision.data);
    if (!outcome.ok) return data({ problems: [outcome.problem], typed: {} }, { status: 409 });
    return redirect(`/scoring/${schemeId}?notice=${wanted === 'on' ? 'on' : 'off'}`);
  }
  const parsed = schemeInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await editScheme(context, schemeId, parsed.data, revision.data);
  if (!outcome.ok) return data({ problems: [outcome.problem], typed: typedText(form) }, { status: outcome.problem.field === null ? 409 : 422 });
  return redirect(`/scoring/${schemeId}?notice=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.scheme.name) }];

export default function SchemePage() {
  const { scheme, notice, cycles } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Rounds', to: '/cycles' }, { label: 'Scoring', to: '/scoring' }, { label: scheme.name }]} />
      <ErrorSummary problems={problems} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <Page title={scheme.name} lead={scheme.isOn ? 'On: suggestions can be confirmed.' : 'Off: suggestions are a preview, and nothing can be confirmed.'}>
        <h2 className="mb-snug text-heading-m font-heading">{scheme.isOn ? 'Scores' : 'Preview'}</h2>
        {cycles.length === 0 ? (
          <p className="mb-part">
            There is no round to score yet. <TextLink to="/cycles">Start one</TextLink>.
          </p>
        ) : (
          <ul className="mb-part list-disc pl-step">
            {cycles.map(({ id, name, state }) => (
              <li key={id}>
                <TextLink to={`/scoring/${scheme.id}/${id}`}>{name}</TextLink>, {state}
              </li>
            ))}
          </ul>
        )}
        <Form method="post" className="mb-part">
          <input type="hidden" name="revision" value={scheme.revision} />
          <Button look="secondary" name="switch" value={scheme.isOn ? 'off' : 'on'}>
            {scheme.isOn ? 'Switch it off' : 'Switch it on'}
          </Button>
        </Form>
        <h2 className="mb-snug text-heading-m font-heading">Rules</h2>
        <SchemeForm key={scheme.revision} scheme={scheme} problems={problems} typed={refused?.typed ?? {}} />
      </Page>
    </>
  );
}
