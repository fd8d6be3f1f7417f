import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { jobDescriptionSource } from '#app/domain/framework/job/job-description-source.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { jobDescriptionInput } from '#app/services/framework/job/job-description-input.ts';
import { readJobDescription } from '#app/services/framework/job/read-job-description.server.ts';
import { removeJobDescription } from '#app/services/framework/job/remove-job-description.server.ts';
import { saveJobDescription } from '#app/services/framework/job/save-job-description.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { JobForm } from './job-form.tsx';
import { readJobForm } from './read-job-form.ts';

export const handle = { access: { action: 'write-job-descriptions', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices = {
  drafted: 'Drafted. Fill in what stands in square brackets, and take out what the post does not need.',
  saved: 'Saved.',
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { id, title, sections, revision, roleName, roleLevelName, ...origin } = await readJobDescription(context, params.jobDescriptionId ?? '');
  return { id, title, sections, revision, roleName, roleLevelName, source: jobDescriptionSource(origin), notice: noticeIn(notices, request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'write-job-descriptions');
  const id = params.jobDescriptionId ?? '';
  const form = await readForm(request);
  if (typed(form, 'intent') === 'remove') {
    await removeJobDescription(context, id);
    return redirect('/framework/job-descriptions?notice=removed');
  }
  const kept = readJobForm(form);
  const parsed = jobDescriptionInput.safeParse(kept);
  if (!parsed.success) {
    await readJobDescription(context, id);
    return data({ problems: formProblems(parsed.error), kept }, { status: 422 });
  }
  const outcome = await saveJobDescription(context, id, parsed.data);
  if (outcome.ok) return redirect(`/framework/job-descriptions/${id}?notice=saved`);
  return data({ problems: [outcome.problem], kept }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.title) }];

export default function JobDescription() {
  const { id, title, sections, revision, roleName, roleLevelName, source, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Job descriptions', to: '/framework/job-descriptions' }, { label: title }]} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title={title} lead={`Job description for the role level ${roleLevelName} of ${roleName}.`}>
        {notice && !refused && <Notice>{notice}</Notice>}
        <ul className="mb-step flex flex-wrap gap-x-step gap-y-close">
          <li>
            <a href={`/framework/job-descriptions/${id}/document.docx`} download>Download for Word or LibreOffice (DOCX)</a>
          </li>
          <li>
            <a href={`/framework/job-descriptions/${id}/document.html`} download>Download as a web page (HTML)</a>
          </li>
        </ul>
        <p className="mb-step text-note text-muted">Downloads hold what was saved last. {source}</p>
        <JobForm key={revision} values={{ title, ...sections, ...refused?.kept, revision }} problems={refused?.problems ?? []} />
        <Details summary="Remove this job description">
          <Form method="post">
            <p className="mb-close">It is removed for everybody, and cannot be brought back. The framework stays as it is.</p>
            <input type="hidden" name="intent" value="remove" />
            <Button look="warning">Remove for good</Button>
          </Form>
        </Details>
      </Page>
    </>
  );
}
