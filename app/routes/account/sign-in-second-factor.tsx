import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { finishSignIn } from '#app/services/credentials/finish-sign-in.server.ts';
import { readUnfinished } from '#app/services/credentials/read-unfinished.server.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { shownFactor } from './shown-factor.ts';

/** For who has shown one factor: they are nobody yet. */
export const handle = { access: 'public' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Show your second factor') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('returnTo');
  const unfinished = await readUnfinished(request);
  if (!unfinished) throw redirect(onTheWay('/sign-in', asked));
  return { returnTo: safeReturnPath(asked), hasPasskey: unfinished.hasPasskey };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const returnTo = safeReturnPath(typed(form, 'returnTo'));
  const answer = await finishSignIn(request, shownFactor(form));
  if (!answer) return redirect(onTheWay('/sign-in', returnTo));
  if (answer.ok) return redirect(returnTo, { headers: { 'Set-Cookie': answer.value.cookie } });
  return data({ problem: answer.problem }, answerInit(answer));
}

export default function SignInSecondFactor() {
  const { returnTo, hasPasskey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <SecondFactorForm
      title="Show your second factor"
      lead="One more thing shows that it is you."
      returnTo={returnTo}
      hasPasskey={hasPasskey}
      problem={refused?.problem ?? null}
      optionsPath="/sign-in/passkey-options"
      wayBack={{ to: onTheWay('/sign-in', returnTo), label: 'Back to the sign-in page' }}
    />
  );
}
