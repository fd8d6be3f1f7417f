import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import type { Problem } from '#app/platform/context.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { renewRecoveryCodes } from '#app/services/credentials/renew-recovery-codes.server.ts';
import { takeRecoveryCodes } from '#app/services/credentials/take-recovery-codes.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';
import { PasswordAgain } from './password-again.tsx';
import { withCookies } from './with-cookies.ts';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Recovery codes') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const returnTo = safeReturnPath(new URL(request.url).searchParams.get('returnTo'));
  const { isBound, owesIt, authenticatorSince, passkeys, recoveryCodesLeft, hasPassword } = await readSecondFactors(context, request);
  const hasAny = authenticatorSince !== null || passkeys.length > 0;
  if (isBound || owesIt || !hasAny) throw redirect(onTheWay('/account/second-factor', returnTo));
  const codes = await takeRecoveryCodes(context, request);
  return { frame: accountFrame(context.viewer, 'second-factor'), codes, recoveryCodesLeft, hasPassword, returnTo };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const answer = await renewRecoveryCodes(context, request, typed(await readForm(request), 'password'));
  if (answer.ok) return withCookies('/account/second-factor/recovery-codes', answer.value.cookies);
  return data({ problems: [answer.problem] }, answerInit(answer));
}

export default function RecoveryCodes() {
  const { frame, codes, ...page } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {codes ? <NewCodes codes={codes} returnTo={page.returnTo} /> : <MakeCodes {...page} problems={problems} />}
    </>
  );
}

function NewCodes({ codes, returnTo }: { codes: string[]; returnTo: string }) {
  return (
    <Page title="Keep these recovery codes" lead="They are shown this once. Each signs you in one time, in place of your second factor.">
      <p className="mb-snug max-w-prose">Print them or copy them to where you keep passwords, but not to the phone they stand in for.</p>
      <ul className="mb-part grid max-w-prose grid-cols-1 gap-y-close border-y border-line py-snug tabular-nums">
        {codes.map((code) => (
          <li key={code}>
            <code className="break-words font-strong">{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink to={returnTo === '/' ? '/account/second-factor' : returnTo}>I have kept them</ButtonLink>
    </Page>
  );
}

function MakeCodes({ recoveryCodesLeft, hasPassword, problems }: { recoveryCodesLeft: number; hasPassword: boolean; problems: Problem[] }) {
  return (
    <Page title="Recovery codes" lead={`${recoveryCodesLeft} of 10 ${recoveryCodesLeft === 1 ? 'is' : 'are'} left.`}>
      <p className="mb-step max-w-prose">Codes are shown once, when they are made. New ones make the old ones worthless.</p>
      <Form method="post" noValidate>
        {hasPassword && <PasswordAgain problems={problems} />}
        <Button>Make new recovery codes</Button>
      </Form>
    </Page>
  );
}
