import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { describeGrant } from '#app/domain/access/describe-grant.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readMembers } from '#app/services/members/read-members.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { MemberState } from './member-state.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };

const notices: Record<string, string> = {
  'grants-changed': 'The grants are changed. They hold from the next page that the user opens.',
  suspended: 'The user is suspended and can no longer come in.',
  restored: 'The user can come in again.',
  removed: 'The user is removed from this organisation. What they recorded is still there.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const members = await readMembers(context);
  return {
    frame: settingsFrame(context.viewer, 'users'),
    notice: noticeIn(notices, request),
    members: members.map(({ lastSignedInAt, grants, ...member }) => ({
      ...member,
      isOneself: member.userId === context.viewer.userId,
      grants: grants.map(describeGrant),
      lastSignedInOn: lastSignedInAt && todayOf({ now: lastSignedInAt }),
    })),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Users') }];

type Row = Awaited<ReturnType<typeof loader>>['members'][number];

function Who({ userId, name, email, isOneself }: Row) {
  return (
    <div className="min-w-40 wrap-anywhere">
      {isOneself ? <>{name} (you)</> : <TextLink to={`/settings/users/${userId}`}>{name}</TextLink>}
      <span className="block font-regular text-muted">{email}</span>
    </div>
  );
}

/** What somebody may do, one a line. */
function Grants({ grants, personName }: Pick<Row, 'grants' | 'personName'>) {
  const all = personName === null ? grants : [...grants, `Own record of ${personName}`];
  if (all.length === 0) return <>Nothing</>;
  return (
    <ul className="min-w-40 wrap-anywhere">
      {all.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

export default function Users() {
  const { frame, notice, members } = useLoaderData<typeof loader>();
  const out = members.filter(({ state }) => state !== 'active').length;
  return (
    <>
      <SettingsHeader frame={frame} />
      {notice && <Notice>{notice}</Notice>}
      <Page
        title="Users"
        lead={`${members.length} ${members.length === 1 ? 'person has' : 'people have'} an account here${out === 0 ? '' : `; ${out} of them cannot come in at present`}.`}
      >
        <p className="mb-step flex flex-wrap items-center gap-x-step gap-y-close">
          <ButtonLink to="/settings/invitations/new">Invite somebody</ButtonLink>
          <TextLink to="/settings/invitations">Invitations</TextLink>
        </p>
        <DataTable
          caption="Users, by name"
          stacked
          rows={members}
          rowKey={({ userId }) => userId}
          columns={[
            { key: 'name', head: 'Name', rowHead: true, cell: (row) => <Who {...row} /> },
            { key: 'grants', head: 'What they may do', cell: (row) => <Grants {...row} /> },
            { key: 'state', head: 'State', cell: ({ state }) => <MemberState state={state} /> },
            { key: 'factor', head: 'Second factor', cell: ({ hasSecondFactor }) => (hasSecondFactor ? 'Yes' : 'No') },
            { key: 'last', head: 'Last signed in', short: true, cell: ({ lastSignedInOn }) => (lastSignedInOn ? formatDate(lastSignedInOn) : 'Never') },
          ]}
        />
      </Page>
    </>
  );
}
