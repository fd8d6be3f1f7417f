import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readFirstRun } from '#app/services/accounts/read-first-run.server.ts';
import { readSignedIn } from '#app/services/accounts/read-signed-in.server.ts';
import { signIn } from '#app/services/accounts/sign-in.server.ts';
import { signInWithPasskey } from '#app/services/credentials/sign-in-with-passkey.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PasskeyButton } from '#app/ui/passkey-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { usePasskey } from '#app/ui/use-passkey.ts';
import { afterSignIn } from './after-sign-in.ts';
import { answerInit } from './answer-init.ts';
import { onTheWay } from './on-the-way.ts';

export const handle = { access: 'public' satisfies RouteAccess };

export const meta: MetaFunction<typeof loader> = () => [{ title: pageTitle('Sign in') }];

/** Retry-After comes from the action, or with the 503 that it throws. */
export const headers: HeadersFunction = ({ actionHeaders, errorHeaders }) => errorHeaders ?? actionHeaders;

const notices: Record<string, string> = {
  'no-membership': 'You were signed out, because your account no longer belongs to that organisation.',
  'organisation-made': 'The organisation is there. Sign in with the e-mail address and password you have just entered.',
  'password-reset': 'Your new password is set. Sign in with it.',
  'signed-out': 'You have signed out.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readSignedIn(request)) throw redirect('/');
  if (await readFirstRun()) throw redirect('/first-run');
  const asked = new URL(request.url).searchParams;
  return {
    returnTo: safeReturnPath(asked.get('returnTo')),
    notice: noticeIn(notices, request),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const email = typed(form, 'email');
  const passkey = typed(form, 'passkey');
  if (passkey !== '') {
    const shown = await signInWithPasskey(request, passkey);
    if (shown.ok) return afterSignIn({ ...shown.value, awaitsSecondFactor: false }, typed(form, 'returnTo'));
    return data({ email, problem: shown.problem }, answerInit(shown));
  }
  const answer = await signIn(request, { email, password: typed(form, 'password'), source: context.sourceAddress });
  if (answer.ok) return afterSignIn(answer, typed(form, 'returnTo'));
  return data({ email, problem: answer.problem }, answerInit(answer));
}

export default function SignIn() {
  const { returnTo, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const passkey = usePasskey({ kind: 'ask', optionsPath: '/sign-in/passkey-options', extra: { returnTo } });
  const problem = passkey.problems[0] ?? refused?.problem ?? null;
  const errorAt = (field: string) => (problem?.field === field ? problem.message : null);
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} />
      {notice && !problem && <Notice kind="information">{notice}</Notice>}
      <Page title="Sign in">
        <Form method="post" noValidate>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            spellCheck={false}
            width="half"
            defaultValue={refused?.email}
            error={errorAt('email')}
          />
          <TextField
            name="password"
            type="password"
            label="Password"
            autoComplete="current-password"
            width="half"
            error={errorAt('password')}
          />
          <Button>Sign in</Button>
        </Form>
        <ul className="mt-step grid gap-close">
          {passkey.isReady && (
            <li className="mb-close">
              <PasskeyButton passkey={passkey}>Use a passkey</PasskeyButton>
            </li>
          )}
          <li>
            <TextLink to="/forgotten-password">I have forgotten my password</TextLink>
          </li>
          <li>
            <TextLink to={onTheWay('/sign-in/organisation', returnTo)}>Sign in through your organisation</TextLink>
          </li>
        </ul>
      </Page>
    </>
  );
}
