import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { beginTotp } from '#app/services/credentials/begin-totp.server.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { showSecondFactor } from '#app/services/credentials/show-second-factor.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';
import { SecondFactorBound, SecondFactorMissing } from './second-factor-bound.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SecondFactorList } from './second-factor-list.tsx';
import { shownFactor } from './shown-factor.ts';
import { withCookies } from './with-cookies.ts';

/** Where an organisation's policy sends those who have shown no second factor; open to them for that. */
export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Second factor') }];

const notices: Record<string, string> = {
  'authenticator-added': 'The authenticator app is set up. You are asked for a code from it when you sign in.',
  'passkey-added': 'The passkey is added. You can sign in with it alone, or after your password.',
  removed: 'It is removed. Your other sessions have ended.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const asked = new URL(request.url).searchParams;
  const { authenticatorSince, passkeys, ...factors } = await readSecondFactors(context, request);
  const mayNothing = factors.isBound && !factors.owesIt;
  const isMissing = mayNothing && factors.isRequired && context.viewer.session?.hasSecondFactor !== true;
  const page = {
    ...factors,
    mayNothing,
    isMissing,
    organisationName: context.viewer.organisationName,
    frame: accountFrame(context.viewer, 'second-factor'),
    authenticatorSince: authenticatorSince && momentInWords(authenticatorSince),
    passkeys: passkeys.map(({ createdAt, lastUsedAt, ...key }) => ({
      ...key,
      addedAt: momentInWords(createdAt),
      usedAt: lastUsedAt && momentInWords(lastUsedAt),
    })),
    returnTo: safeReturnPath(asked.get('returnTo')),
    notice: noticeIn(notices, request),
  };
  return data(page, { status: mayNothing ? 403 : 200 });
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const form = await readForm(request);
  const returnTo = safeReturnPath(typed(form, 'returnTo'));
  if (typed(form, 'intent') === 'begin-authenticator') {
    await beginTotp(context);
    return redirect(onTheWay('/account/second-factor/authenticator', returnTo));
  }
  const answer = await showSecondFactor(context, request, shownFactor(form));
  if (answer.ok) return withCookies(returnTo === '/' ? '/account/second-factor' : returnTo, answer.value.cookies);
  return data({ problem: answer.problem }, answerInit(answer));
}

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.owesIt) {
    return (
      <SecondFactorForm
        title="Show your second factor"
        lead={
          page.isRequired
            ? `Your organisation asks everybody for a second factor, and you have not shown yours since you signed in.`
            : 'You have a second factor and have not shown it since you signed in. Show it to change it.'
        }
        returnTo={page.returnTo}
        hasPasskey={page.passkeys.length > 0}
        problem={refused?.problem ?? null}
        optionsPath="/account/second-factor/passkey-options"
      />
    );
  }
  if (page.isMissing) return <SecondFactorMissing {...page} />;
  return (
    <>
      <AccountHeader frame={page.frame} />
      {page.notice && <Notice>{page.notice}</Notice>}
      <Page
        title="Second factor"
        lead="Something you have, beside the password that you know: whoever learns your password still cannot sign in."
      >
        {page.mayNothing ? <SecondFactorBound /> : <SecondFactorList page={page} />}
      </Page>
    </>
  );
}
