import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { readPasswordReset } from '#app/services/accounts/read-password-reset.server.ts';
import { resetPassword } from '#app/services/accounts/reset-password.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { NewPasswordField } from './new-password-field.tsx';

export const handle = { access: 'public' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Set a new password') }];

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const link = await readPasswordReset({ token: tokenOf(request), source: context.sourceAddress });
  if (link.state === 'throttled') throw tooManyRequests(link.retryAfterSeconds);
  return { email: link.state === 'open' ? link.email : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const answer = await resetPassword({ token: tokenOf(request), newPassword: typed(form, 'newPassword'), source: context.sourceAddress });
  switch (answer.state) {
    case 'done':
      return redirect('/sign-in?notice=password-reset', { headers: { 'Set-Cookie': answer.deviceCookie } });
    case 'refused':
      return data({ problem: answer.problem }, { status: 422 });
    case 'throttled':
      throw tooManyRequests(answer.retryAfterSeconds);
    case 'void':
      // The page reads the link again and says that it does not work.
      return data({ problem: null });
  }
}

export default function ResetPassword() {
  const { email } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  if (email === null) {
    return (
      <Page title="This link does not work" lead="A link to a new password works once, within 30 minutes, and only the newest one does.">
        <ButtonLink to="/forgotten-password">Ask for a new link</ButtonLink>
      </Page>
    );
  }
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} />
      <Page title="Set a new password" lead="Wherever you are signed in, you will have to sign in again with the new password.">
        <Form method="post" noValidate>
          {/* For the password manager, which keeps the two together. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <NewPasswordField error={problem?.message ?? null} />
          <Button>Set the password</Button>
        </Form>
      </Page>
    </>
  );
}
