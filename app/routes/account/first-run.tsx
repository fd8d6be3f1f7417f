import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { createFirstOrganisation } from '#app/services/accounts/create-first-organisation.server.ts';
import { readFirstRun } from '#app/services/accounts/read-first-run.server.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { access: 'public' satisfies RouteAccess };

export const meta: MetaFunction<typeof loader> = () => [{ title: pageTitle('Make the first organisation') }];

export const headers: HeadersFunction = ({ actionHeaders, errorHeaders }) => errorHeaders ?? actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await readFirstRun())) throw redirect('/sign-in');
  return { token: new URL(request.url).searchParams.get('token') ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const kept = {
    token: typed(form, 'token'),
    organisationName: typed(form, 'organisationName'),
    name: typed(form, 'name'),
    email: typed(form, 'email'),
  };
  const leads = form.get('leads') === 'on';
  const input = { ...kept, leads, password: typed(form, 'password') };
  const outcome = await createFirstOrganisation(input, async (_, context) => {
    await adoptBundledFramework(context);
  });
  if (outcome.ok) return redirect('/sign-in?notice=organisation-made');
  return data({ kept, leads, problem: outcome.problem }, { status: 422 });
}

export default function FirstRun() {
  const { token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problem = refused?.problem ?? null;
  const errorAt = (field: string) => (problem?.field === field ? problem.message : null);
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} />
      <Page title="Make the first organisation" lead="Nobody can sign in here yet. You become the administrator of the organisation that you name.">
        <Form method="post" noValidate>
          <TextField
            name="token"
            label="One-time token"
            hint="The server printed it when it last started."
            autoComplete="off"
            spellCheck={false}
            width="half"
            defaultValue={refused?.kept.token ?? token}
            error={errorAt('token')}
          />
          <TextField
            name="organisationName"
            label="Name of the organisation"
            autoComplete="organization"
            width="half"
            defaultValue={refused?.kept.organisationName}
            error={errorAt('organisationName')}
          />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            width="half"
            defaultValue={refused?.kept.name}
            error={errorAt('name')}
          />
          <TextField
            name="email"
            type="email"
            label="Your e-mail address"
            hint="You sign in with it."
            autoComplete="username"
            spellCheck={false}
            width="half"
            defaultValue={refused?.kept.email}
            error={errorAt('email')}
          />
          <TextField
            name="password"
            type="password"
            label="Choose a password"
            hint="At least 10 characters. Three random words are easy to keep and hard to guess."
            autoComplete="new-password"
            width="half"
            error={errorAt('password')}
          />
          <CheckboxField
            name="leads"
            label="I lead this service as well"
            hint="An administrator keeps teams, people and frameworks, and sees no ratings. Tick this to see and record levels, too."
            defaultChecked={refused?.leads}
          />
          <Button>Make the organisation</Button>
        </Form>
      </Page>
    </>
  );
}
