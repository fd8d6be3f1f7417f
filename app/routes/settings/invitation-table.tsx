import { Form } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { InvitationState } from '#app/services/members/invitation-terms.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag } from '#app/ui/tag.tsx';

/** One invitation, in the words of the list. */
export interface InvitationLine {
  id: string;
  name: string;
  email: string;
  personName: string | null;
  invitedByName: string | null;
  state: InvitationState;
  grants: string[];
  /** ISO dates: when it was first sent; until when its link works, or worked. */
  createdOn: string;
  untilOn: string;
}

const states: Record<InvitationState, { word: string; tone: 'neutral' | 'good' | 'bad'; until: string }> = {
  open: { word: 'Open', tone: 'good', until: 'Until' },
  expired: { word: 'Expired', tone: 'bad', until: 'On' },
  accepted: { word: 'Accepted', tone: 'neutral', until: 'On' },
  revoked: { word: 'Revoked', tone: 'neutral', until: 'On' },
};

/** Every invitation with what came of it; open and expired ones can be sent again or revoked. */
export function InvitationTable({ invitations }: { invitations: readonly InvitationLine[] }) {
  if (invitations.length === 0) {
    return (
      <EmptyState title="Nobody has been invited yet" action={{ to: '/settings/invitations/new', label: 'Invite somebody' }}>
        <p>Whoever is invited gets a mail with a link, chooses a password and can come in. Every invitation is listed here.</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Invitations, newest first"
      stacked
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', head: 'Who', rowHead: true, cell: (row) => <Who {...row} /> },
        { key: 'grants', head: 'What they will be able to do', cell: (row) => <Grants {...row} /> },
        { key: 'state', head: 'State', short: true, cell: (row) => <State {...row} /> },
        { key: 'by', head: 'Invited', cell: (row) => <By {...row} /> },
        { key: 'change', head: <span className="sr-only">Change</span>, cell: (row) => <Change {...row} /> },
      ]}
    />
  );
}

function Who({ name, email }: InvitationLine) {
  return (
    <div className="min-w-40 wrap-anywhere">
      {name}
      <span className="block font-regular text-muted">{email}</span>
    </div>
  );
}

function Grants({ grants, personName }: InvitationLine) {
  return (
    <ul className="min-w-40 wrap-anywhere">
      {grants.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {personName !== null && <li>Own record of {personName}</li>}
    </ul>
  );
}

function State({ state, untilOn }: InvitationLine) {
  const { word, tone, until } = states[state];
  return (
    <>
      <Tag tone={tone}>{word}</Tag>
      <span className="mt-hair block text-muted">
        {until} {formatDate(untilOn)}
      </span>
    </>
  );
}

function By({ createdOn, invitedByName }: InvitationLine) {
  return (
    <>
      <span className="sm:whitespace-nowrap">{formatDate(createdOn)}</span>
      {invitedByName !== null && <span className="block text-muted wrap-anywhere">by {invitedByName}</span>}
    </>
  );
}

function Change({ id, name, state }: InvitationLine) {
  if (state === 'accepted' || state === 'revoked') return null;
  return (
    <div className="whitespace-nowrap">
      <Details
        summary={
          <>
            Change <span className="sr-only">the invitation of {name}</span>
          </>
        }
      >
        <Form method="post" className="grid min-w-60 justify-items-start gap-close whitespace-normal">
          <p>Sending it again makes a new link for seven days; the old link works no more.</p>
          <Button look="secondary" name="resend" value={id}>
            Send again
          </Button>
          <p>Revoking it ends the link. They can be invited anew later.</p>
          <Button look="warning" name="revoke" value={id}>
            Revoke
          </Button>
        </Form>
      </Details>
    </div>
  );
}
