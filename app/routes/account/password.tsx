import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { changePassword } from '#app/services/accounts/change-password.server.ts';
import { readAccount } from '#app/services/accounts/read-account.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { NewPasswordField } from './new-password-field.tsx';

/** Not for a session on the word of one organisation: the service refuses it. */
export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

const notices: Record<string, string> = {
  'password-changed': 'Your password is changed. Wherever else you were signed in, you are no longer.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { session } = context.viewer;
  if (session?.isBound ?? true) deny(context, 'change-password');
  const { email, hasPassword } = await readAccount(context);
  return {
    frame: accountFrame(context.viewer, 'password'),
    notice: noticeIn(notices, request),
    email,
    hasPassword,
    maySet: hasPassword || session!.hasSecondFactor,
  };
}

export async function action({ request, context: { sourceAddress } }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  const answer = await changePassword(request, context, {
    currentPassword: typed(form, 'currentPassword'),
    newPassword: typed(form, 'newPassword'),
    source: sourceAddress,
  });
  if (answer.ok) {
    if (answer.cookie === null) return redirect('/sign-in');
    const cookies: [string, string][] = [
      ['Set-Cookie', answer.cookie],
      ['Set-Cookie', answer.deviceCookie],
    ];
    return redirect('/account/password?notice=password-changed', { headers: cookies });
  }
  const { problem, retryAfterSeconds } = answer;
  if (retryAfterSeconds === null) return data({ problem }, { status: 422 });
  return data({ problem }, { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found?.hasPassword === false ? 'Set a password' : 'Change your password') },
];

export default function Password() {
  const { frame, notice, email, hasPassword, maySet } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  const errorAt = (field: string) => (problem?.field === field ? problem.message : null);
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problem ? [problem] : []} />
      {notice && !problem && <Notice>{notice}</Notice>}
      <Page title={hasPassword ? 'Change your password' : 'Set a password'}>
        {maySet ? (
          <Form method="post" noValidate>
            <p className="mb-step max-w-prose">Wherever else you are signed in, you will have to sign in again with the new password.</p>
            {/* For the password manager, which keeps the two together. */}
            <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
            {hasPassword && (
              <>
                <TextField
                  name="currentPassword"
                  type="password"
                  label="Current password"
                  autoComplete="current-password"
                  width="half"
                  error={errorAt('currentPassword')}
                />
                <p className="mb-step">
                  <TextLink to="/forgotten-password">I have forgotten my password</TextLink>
                </p>
              </>
            )}
            <NewPasswordField error={errorAt('newPassword')} />
            <Button>{hasPassword ? 'Change the password' : 'Set the password'}</Button>
          </Form>
        ) : (
          <p className="max-w-prose">
            Your account has no password. To set one, sign out and sign in with your passkey first, so that we know it is you.
          </p>
        )}
      </Page>
    </>
  );
}
