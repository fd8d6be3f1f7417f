import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { accessRoleWords } from '#app/domain/access/access-role-words.ts';
import { describeGrant } from '#app/domain/access/describe-grant.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { acceptAsSignedIn } from '#app/services/members/accept-as-signed-in.server.ts';
import { acceptWithNewPassword } from '#app/services/members/accept-with-new-password.server.ts';
import { acceptWithPassword } from '#app/services/members/accept-with-password.server.ts';
import { readInvitation } from '#app/services/members/read-invitation.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { afterSignIn } from './after-sign-in.ts';
import { InvitationNext } from './invitation-next.tsx';
import { InvitationOver } from './invitation-over.tsx';
import { InvitationTerms } from './invitation-terms.tsx';

export const handle = { access: 'public' satisfies RouteAccess };
export const headers = keepRetryAfter;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const found = await readInvitation(request, { token, source: context.sourceAddress });
  if (!found) return data({ token: '', invitation: null }, { status: 404 });
  const { expiresAt, grants, ...invitation } = found;
  const described = grants.map((grant) => ({ term: describeGrant(grant), detail: accessRoleWords[grant.accessRole] }));
  return data({ token, invitation: { ...invitation, grants: described, untilOn: todayOf({ now: expiresAt }) } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const bearer = { token: typed(form, 'token'), source: context.sourceAddress };
  const name = typed(form, 'name');
  if (typed(form, 'as') === 'signed-in') {
    const answer = await acceptAsSignedIn(request, bearer);
    if (answer.ok) return redirect('/', { headers: { 'Set-Cookie': answer.cookie } });
    return data({ ...answer, name }, { status: answer.isOver ? 404 : 422 });
  }
  if (typed(form, 'as') === 'new-password') {
    const renewed = await acceptWithNewPassword(request, { ...bearer, newPassword: typed(form, 'newPassword') });
    if (renewed.ok) return afterSignIn(renewed, '/');
    return data({ ...renewed, name }, { status: renewed.isOver ? 404 : 422 });
  }
  const answer = await acceptWithPassword(request, { ...bearer, name, password: typed(form, 'password') });
  if (answer.ok) return afterSignIn(answer, '/');
  return data({ ...answer, name }, { status: answer.isOver ? 404 : 422 });
}

export const meta: MetaFunction<typeof loader> = () => [{ title: pageTitle('Invitation') }];

export default function Invitation() {
  const { token, invitation } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!invitation || refused?.isOver) return <InvitationOver />;
  const problems = refused ? [refused.problem] : [];
  return (
    <>
      <ErrorSummary problems={problems} />
      <Page title={`Join ${invitation.organisationName}`} lead={`${invitation.invitedByName ?? 'An administrator'} invites you to use Capability Map with them.`}>
        <InvitationTerms invitation={invitation} />
        <InvitationNext invitation={invitation} token={token} problems={problems} typedName={refused?.name} />
      </Page>
    </>
  );
}
