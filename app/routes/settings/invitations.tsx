import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { describeGrant } from '#app/domain/access/describe-grant.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readInvitations } from '#app/services/members/read-invitations.server.ts';
import { resendInvitation } from '#app/services/members/resend-invitation.server.ts';
import { revokeInvitation } from '#app/services/members/revoke-invitation.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { InvitationTable } from './invitation-table.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };
export const headers = keepRetryAfter;

const notices: Record<string, string> = {
  sent: 'The invitation is made, and its mail stands in the outbox. The link in it works for seven days.',
  resent: 'The invitation is sent again, with a new link for seven days. The old link works no more.',
  revoked: 'The invitation is revoked. Its link works no more.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const invitations = await readInvitations(context);
  return {
    frame: settingsFrame(context.viewer, 'users'),
    notice: noticeIn(notices, request),
    invitations: invitations.map(({ grants, createdAt, expiresAt, endedAt, ...invitation }) => ({
      ...invitation,
      grants: grants.map(describeGrant),
      createdOn: todayOf({ now: createdAt }),
      untilOn: todayOf({ now: endedAt ?? expiresAt }),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  const isRevoked = form.has('revoke');
  const outcome = isRevoked ? await revokeInvitation(context, typed(form, 'revoke')) : await resendInvitation(context, typed(form, 'resend'));
  if (outcome.ok) return redirect(`/settings/invitations?notice=${isRevoked ? 'revoked' : 'resent'}`);
  return data({ problems: [outcome.problem] }, { status: 409 });
}

export const meta: MetaFunction = () => [{ title: pageTitle('Invitations') }];

export default function Invitations() {
  const { frame, notice, invitations } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const open = invitations.filter(({ state }) => state === 'open').length;
  return (
    <>
      <SettingsHeader frame={frame} title="Invitations" />
      <ErrorSummary problems={problems} title="Nothing was changed" />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <Page
        title="Invitations"
        lead={open === 0 ? 'No invitation waits to be accepted.' : `${open} ${open === 1 ? 'invitation waits' : 'invitations wait'} to be accepted.`}
      >
        {invitations.length > 0 && (
          <p className="mb-step">
            <ButtonLink to="/settings/invitations/new">Invite somebody</ButtonLink>
          </p>
        )}
        <InvitationTable invitations={invitations} />
      </Page>
    </>
  );
}
