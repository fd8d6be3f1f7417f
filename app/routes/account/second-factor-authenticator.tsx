import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { confirmTotp } from '#app/services/credentials/confirm-totp.server.ts';
import { readPendingTotp } from '#app/services/credentials/read-pending-totp.server.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { QrPicture } from '#app/ui/qr-picture.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { afterAdding } from './after-adding.ts';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';
import { PasswordAgain } from './password-again.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Set up an authenticator app') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const returnTo = safeReturnPath(new URL(request.url).searchParams.get('returnTo'));
  const factors = await readSecondFactors(context, request);
  const overview = onTheWay('/account/second-factor', returnTo);
  if (factors.isBound || factors.owesIt) throw redirect(overview);
  const pending = await readPendingTotp(context);
  if (!pending) throw redirect(overview);
  const { secret, picture } = pending;
  return { frame: accountFrame(context.viewer, 'second-factor'), secret, picture, asksPassword: factors.hasPassword && !factors.isFresh, returnTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const form = await readForm(request);
  const answer = await confirmTotp(context, request, { code: typed(form, 'code'), password: typed(form, 'password') });
  if (answer.ok) return afterAdding('authenticator-added', answer.value, typed(form, 'returnTo'));
  return data({ problems: [answer.problem] }, answerInit(answer));
}

export default function SecondFactorAuthenticator() {
  const { frame, secret, picture, asksPassword, returnTo } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title="Set up an authenticator app">
        <ol className="mb-step grid max-w-prose list-decimal gap-close pl-step">
          <li>Open the authenticator app on your phone. If you have none, your phone&rsquo;s shop has several that are free.</li>
          <li>In the app, add an account, and point the camera at this picture.</li>
          <li>Enter the six digits that the app then shows.</li>
        </ol>
        <QrPicture {...picture} label="QR code with the key of your authenticator. The same key stands below as text." />
        <p className="mb-step max-w-prose">
          No camera? Enter this key in the app: <code className="block font-strong wrap-anywhere">{secret}</code>
        </p>
        <Form method="post" noValidate>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="code"
            label="Code"
            hint="Six digits"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            error={problems.find((problem) => problem.field === 'code')?.message}
          />
          {asksPassword && <PasswordAgain problems={problems} />}
          <Button>Confirm</Button>
        </Form>
      </Page>
    </>
  );
}
