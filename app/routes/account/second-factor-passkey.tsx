import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormEvent } from 'react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { addPasskey } from '#app/services/credentials/add-passkey.server.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { usePasskey } from '#app/ui/use-passkey.ts';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { afterAdding } from './after-adding.ts';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';
import { PasswordAgain } from './password-again.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Add a passkey') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const returnTo = safeReturnPath(new URL(request.url).searchParams.get('returnTo'));
  const factors = await readSecondFactors(context, request);
  if (factors.isBound || factors.owesIt) throw redirect(onTheWay('/account/second-factor', returnTo));
  return { frame: accountFrame(context.viewer, 'second-factor'), asksPassword: factors.hasPassword && !factors.isFresh, returnTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const form = await readForm(request);
  const answer = await addPasskey(context, request, typed(form, 'passkey'));
  if (answer.ok) return afterAdding('passkey-added', answer.value, typed(form, 'returnTo'));
  return data({ problems: [answer.problem] }, answerInit(answer));
}

export default function SecondFactorPasskey() {
  const { frame, asksPassword, returnTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const passkey = usePasskey({ kind: 'make', optionsPath: '/account/second-factor/passkey-options', extra: { returnTo } });
  const problems = passkey.problems.length > 0 ? passkey.problems : (refused?.problems ?? []);
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // What goes wrong comes back as a problem, to be shown.
    void passkey.start(new FormData(event.currentTarget));
  };
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title="Add a passkey" lead="Your browser asks where to keep it: on this device, on your phone, or on a security key.">
        {!passkey.isReady && (
          <p className="mb-step max-w-prose">
            A passkey needs JavaScript and a browser that knows passkeys. Without them, set up an authenticator app instead.
          </p>
        )}
        <form method="post" noValidate onSubmit={start}>
          <TextField
            name="name"
            label="Name of the passkey"
            hint="So that you can tell it from others, such as &ldquo;Work laptop&rdquo;."
            autoComplete="off"
            maxLength={60}
            width="half"
            error={problems.find((problem) => problem.field === 'name')?.message}
          />
          {asksPassword && <PasswordAgain problems={problems} />}
          <Button disabled={!passkey.isReady || passkey.isBusy}>Add the passkey</Button>
        </form>
      </Page>
    </>
  );
}
