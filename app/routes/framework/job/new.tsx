import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { createJobDescription } from '#app/services/framework/job/create-job-description.server.ts';
import { jobDescriptionStart } from '#app/services/framework/job/job-description-input.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readRoleLevelOptions } from '#app/services/framework/read-role-level-options.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { readGaps } from './read-gaps.ts';

export const handle = { access: { action: 'write-job-descriptions', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'write-job-descriptions');
  const asked = new URL(request.url).searchParams;
  const skills = [...(await readAssessableSkills(context)).values()];
  const gaps = readGaps(asked.getAll('gap')).flatMap(({ key, level }) => {
    const skill = skills.find((one) => one.key === key || one.id === key);
    return skill ? [{ value: level === null ? skill.key : `${skill.key}:${level}`, name: skill.name, level }] : [];
  });
  const roles = await readRoleLevelOptions(context);
  return {
    roleLevelId: asked.get('roleLevel') ?? '',
    gaps,
    options: roles.map(({ roleName, roleLevels }) => ({ group: roleName, options: roleLevels.map(({ id, name }) => ({ value: id, label: name })) })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'write-job-descriptions');
  const form = await readForm(request);
  const gaps = readGaps(form.getAll('gap').filter((value) => typeof value === 'string'));
  const parsed = jobDescriptionStart.safeParse({ roleLevelId: typed(form, 'roleLevelId'), gaps });
  if (!parsed.success) return data({ problems: formProblems(parsed.error) }, { status: 422 });
  const { id } = await createJobDescription(context, parsed.data);
  return redirect(`/framework/job-descriptions/${id}?notice=drafted`);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Draft a job description') }];

export default function NewJobDescription() {
  const { roleLevelId, gaps, options } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Job descriptions', to: '/framework/job-descriptions' }, { label: 'New' }]} />
      <ErrorSummary problems={problems} />
      <Page title="Draft a job description" lead="What the role level is expected to hold becomes essential, the next step up desirable. You edit it afterwards.">
        {options.length === 0 ? (
          <EmptyState title="No framework yet">
            <p>A job description is drafted from a role level: a framework has to be imported first.</p>
          </EmptyState>
        ) : (
          <Form method="post" className="max-w-prose">
            {gaps.length > 0 && (
              <>
                <p className="mb-close">These skills come first, because the post is to close a gap in them:</p>
                <ul className="mb-step list-disc pl-step">
                  {gaps.map(({ value, name, level }) => (
                    <li key={value}>
                      {name}
                      {level !== null && `, at level ${level} or above`}
                      <input type="hidden" name="gap" value={value} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <SelectField
              name="roleLevelId"
              label="Role level"
              prompt="Choose a role level"
              options={options}
              defaultValue={roleLevelId}
              error={problemAt(problems, 'roleLevelId')}
            />
            <Button>Draft</Button>
          </Form>
        )}
      </Page>
    </>
  );
}
