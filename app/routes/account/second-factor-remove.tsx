import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { type FactorToRemove, removeSecondFactor } from '#app/services/credentials/remove-second-factor.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { answerInit } from './answer-init.ts';
import { PasswordAgain } from './password-again.tsx';
import { withCookies } from './with-cookies.ts';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Remove a second factor') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const what = new URL(request.url).searchParams.get('what') ?? '';
  const { isBound, owesIt, authenticatorSince, passkeys, hasPassword } = await readSecondFactors(context, request);
  const passkey = passkeys.find(({ id }) => id === what);
  const isAuthenticator = what === 'authenticator' && authenticatorSince !== null;
  if (isBound || owesIt || (!passkey && !isAuthenticator)) throw redirect('/account/second-factor');
  const isLast = passkeys.length + (authenticatorSince === null ? 0 : 1) === 1;
  return { frame: accountFrame(context.viewer, 'second-factor'), what, name: passkey?.name ?? null, isLast, hasPassword };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const form = await readForm(request);
  const what = typed(form, 'what');
  const factor: FactorToRemove = what === 'authenticator' ? { kind: 'authenticator' } : { kind: 'passkey', passkeyId: what };
  const answer = await removeSecondFactor(context, request, factor, typed(form, 'password'));
  if (answer.ok) return withCookies('/account/second-factor?notice=removed', answer.value.cookies);
  return data({ problems: [answer.problem] }, answerInit(answer));
}

export default function SecondFactorRemove() {
  const { frame, what, name, isLast, hasPassword } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const title = name === null ? 'Remove the authenticator app' : `Remove the passkey ${name}`;
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title={<span className="wrap-anywhere">{title}</span>}>
        <p className="mb-step max-w-prose">
          {isLast
            ? 'It is your last second factor: your password alone will open your account, and your recovery codes go with it.'
            : 'It can no longer be used to sign in.'}{' '}
          Your sessions on other devices end.
        </p>
        <Form method="post" noValidate>
          <input type="hidden" name="what" value={what} />
          {hasPassword && <PasswordAgain problems={problems} />}
          <div className="flex flex-wrap items-center gap-step">
            <Button look="warning">Remove it</Button>
            <TextLink to="/account/second-factor">Keep it</TextLink>
          </div>
        </Form>
      </Page>
    </>
  );
}
