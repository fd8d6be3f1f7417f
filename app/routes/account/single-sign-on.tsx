import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { beginIdentityLink } from '#app/services/single-sign-on/begin-identity-link.server.ts';
import { describeRefusal } from '#app/services/single-sign-on/describe-refusal.server.ts';
import { readOwnIdentities } from '#app/services/single-sign-on/read-own-identities.server.ts';
import { unlinkIdentity } from '#app/services/single-sign-on/unlink-identity.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { answerInit } from './answer-init.ts';
import { IdentityEntry } from './identity-entry.tsx';
import { PasswordAgain } from './password-again.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const headers = keepRetryAfter;

export const meta: MetaFunction = () => [{ title: pageTitle('Single sign-on') }];

const notices: Record<string, string> = {
  linked: 'The sign-in service of your organisation is linked: it can sign you in from now on.',
  unlinked: 'The sign-in service is unlinked: it signs you in no more.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { provider, identities } = await readOwnIdentities(context);
  const { hasPassword, isFresh } = await readSecondFactors(context, request);
  const asked = new URL(request.url).searchParams;
  return {
    frame: accountFrame(context.viewer, 'single-sign-on'),
    notice: noticeIn(notices, request),
    refusal: describeRefusal(asked.get('refused')),
    label: provider?.label ?? null,
    organisationName: context.viewer.organisationName,
    asksPassword: hasPassword && !isFresh,
    mayLink: provider !== null && !identities.some(({ isInUse }) => isInUse),
    identities: identities.map(({ createdAt, lastUsedAt, ...identity }) => ({
      ...identity,
      linked: momentInWords(createdAt),
      lastUsed: lastUsedAt && momentInWords(lastUsedAt),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  if (typed(form, 'do') === 'unlink') {
    // Each entry asks in a field of its own.
    const field = typed(form, 'passwordField') || 'password';
    const identity = { issuer: typed(form, 'issuer'), subject: typed(form, 'subject'), password: typed(form, field) };
    const unlinked = await unlinkIdentity(context, request, identity);
    if (unlinked.ok) return redirect('/account/single-sign-on?notice=unlinked');
    const problem = unlinked.problem.field === null ? unlinked.problem : { ...unlinked.problem, field };
    return data({ problem, url: null }, answerInit(unlinked));
  }
  const begun = await beginIdentityLink(context, request, typed(form, 'password'));
  if (!begun.ok) return data({ problem: begun.problem, url: null }, answerInit(begun));
  // A form may not lead to another site, so that the way there is a link on the page that answers it.
  return data({ problem: null, url: begun.value.url }, { headers: { 'Set-Cookie': begun.value.cookie } });
}

export default function OwnSingleSignOn() {
  const { frame, notice, refusal, label, organisationName, asksPassword, mayLink, identities } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problem = answered ? answered.problem : refusal === null ? null : { field: null, message: refusal };
  const problems = problem === null ? [] : [problem];
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {notice && !answered && <Notice>{notice}</Notice>}
      <Page title="Single sign-on" lead={<span className="break-words">Sign in to {organisationName} with the account that your organisation has given you elsewhere.</span>}>
        {identities.length > 0 && (
          <ul className="mb-part grid max-w-prose gap-step">
            {identities.map((identity, at) => (
              <IdentityEntry
                key={`${identity.issuer} ${identity.subject}`}
                {...identity}
                passwordField={asksPassword ? `password-${at}` : null}
                problems={problems}
              />
            ))}
          </ul>
        )}
        {mayLink && !answered?.url && (
          <Form method="post" noValidate>
            <p className="mb-step max-w-prose">
              Nothing is linked yet. You go to {label} to show who you are there, and come back. Your password and passkeys stay as they are.
            </p>
            {asksPassword && <PasswordAgain problems={problems} />}
            <Button name="do" value="link">
              Link {label}
            </Button>
          </Form>
        )}
        {mayLink && answered?.url && (
          <>
            <p className="mb-step max-w-prose">You leave this site to show who you are, and come back afterwards. This link works for ten minutes.</p>
            <ButtonLink to={answered.url}>Continue with {label}</ButtonLink>
          </>
        )}
        {label === null && <p className="max-w-prose">{organisationName} has not connected a sign-in service of its own. An administrator does so in the settings.</p>}
      </Page>
    </>
  );
}
