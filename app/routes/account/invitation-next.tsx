import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import type { OpenInvitation } from '#app/services/members/read-invitation.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { InvitationOwnPassword } from './invitation-own-password.tsx';

interface InvitationNextProps {
  invitation: Pick<OpenInvitation, 'next' | 'organisationName' | 'organisationSlug' | 'providerLabel' | 'email' | 'name' | 'mayRenewPassword'>;
  token: string;
  problems: readonly Problem[];
  typedName: string | undefined;
}

/** What is to be done to accept: an account of one's own first, or the one there is. */
export function InvitationNext(props: InvitationNextProps) {
  const { next, organisationName } = props.invitation;
  const returnTo = `/invitation?${new URLSearchParams({ token: props.token })}`;
  switch (next) {
    case 'new':
      return <NewAccount {...props} />;
    case 'own-password':
      return (
        <InvitationOwnPassword
          email={props.invitation.email}
          mayRenew={props.invitation.mayRenewPassword}
          token={props.token}
          problems={props.problems}
        />
      );
    case 'accept':
      return (
        <Form method="post">
          <input type="hidden" name="token" value={props.token} />
          <p className="mb-step max-w-prose">
            You accept with the account that you are signed in with. {organisationName} is added to the organisations you can switch between.
          </p>
          <Button name="as" value="signed-in">
            Accept the invitation
          </Button>
        </Form>
      );
    case 'sign-in':
      return (
        <>
          <p className="mb-step max-w-prose">
            There is an account with the e-mail address that this invitation was sent to. Sign in with it; you come back to this page to accept.
          </p>
          <ButtonLink to={`/sign-in?${new URLSearchParams({ returnTo })}`}>Sign in to accept</ButtonLink>
        </>
      );
    case 'somebody-else':
      return (
        <SignOut>
          You are signed in with another e-mail address than the one that this invitation was sent to. It can only be accepted by whoever it
          was sent to. If that is you, sign out, then open the link in the mail again.
        </SignOut>
      );
    case 'bound':
      return (
        <SignOut>
          You are signed in through another organisation, and that opens no other. Sign out, open the link in the mail again, and sign in with
          your own password or passkey.
        </SignOut>
      );
  }
}

function SignOut({ children }: { children: string }) {
  return (
    <>
      <Notice kind="information">{children}</Notice>
      <Form method="post" action="/sign-out">
        <Button look="secondary">Sign out</Button>
      </Form>
    </>
  );
}

function NewAccount({ invitation, token, problems, typedName }: InvitationNextProps) {
  const { email, name, organisationSlug, providerLabel } = invitation;
  return (
    <>
      {providerLabel !== null && (
        <div className="mb-part">
          <ButtonLink to={`/sign-in/organisation/${organisationSlug}?${new URLSearchParams({ invitation: token })}`}>Accept with {providerLabel}</ButtonLink>
          <p className="mt-step">Or choose a password:</p>
        </div>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          width="half"
          defaultValue={typedName ?? name ?? ''}
          error={problemAt(problems, 'name')}
        />
        <TextField name="email" type="email" label="Your e-mail address" hint="You sign in with it. It is the one that was invited, and cannot be changed here." autoComplete="username" width="half" readOnly value={email ?? ''} />
        <TextField
          name="password"
          type="password"
          label="Choose a password"
          hint="At least 10 characters. Three random words are easy to keep and hard to guess."
          autoComplete="new-password"
          width="half"
          error={problemAt(problems, 'password')}
        />
        <Button look={providerLabel === null ? 'primary' : 'secondary'}>Accept the invitation</Button>
      </Form>
    </>
  );
}
