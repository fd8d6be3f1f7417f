import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { requestPasswordReset } from '#app/services/accounts/request-password-reset.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: 'public' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Forgotten password') }];

export async function action({ request, context }: ActionFunctionArgs) {
  const email = typed(await readForm(request), 'email');
  const answer = await requestPasswordReset({ email, source: context.sourceAddress });
  if (answer.ok) return data({ isAsked: true, email: null, problem: null });
  const { problem, retryAfterSeconds } = answer;
  const refused = { isAsked: false, email, problem };
  if (retryAfterSeconds === null) return data(refused, { status: 422 });
  return data(refused, { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } });
}

export default function ForgottenPassword() {
  const answer = useActionData<typeof action>();
  if (answer?.isAsked) {
    return (
      <Page title="Look at your mail" lead="If there is an account, a mail is on its way.">
        <p className="mb-snug max-w-prose">Its link works once, within 30 minutes, and only the newest one does.</p>
        <p className="mb-step max-w-prose">
          If nothing arrives, look among unwanted mail, check the address, or ask the administrator of your organisation.
        </p>
        <p>
          <TextLink to="/sign-in">Go to the sign-in page</TextLink>
        </p>
      </Page>
    );
  }
  const problem = answer?.problem ?? null;
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} />
      <Page title="Forgotten password" lead="We send you a link with which you set a new one.">
        <Form method="post" noValidate>
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            hint="The one that you sign in with."
            autoComplete="username"
            spellCheck={false}
            width="half"
            defaultValue={answer?.email ?? undefined}
            error={problem?.field === 'email' ? problem.message : null}
          />
          <Button>Send the link</Button>
        </Form>
        <p className="mt-step">
          <TextLink to="/sign-in">Back to the sign-in page</TextLink>
        </p>
      </Page>
    </>
  );
}
