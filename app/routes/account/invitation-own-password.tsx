import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';

interface InvitationOwnPasswordProps {
  email: string | null;
  /** Whether the invitation proves enough to choose a new password. */
  mayRenew: boolean;
  token: string;
  problems: readonly Problem[];
}

const noOtherWay =
  'If you no longer know it: this invitation may have been handed over by somebody else than the mail, so that it cannot give you a new one. Ask whoever invited you to invite another address of yours.';

/** For somebody whom no organisation lets in at present: the password of their account, or a new one. */
export function InvitationOwnPassword({ email, mayRenew, token, problems }: InvitationOwnPasswordProps) {
  return (
    <>
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <p className="mb-step max-w-prose">
          There is an account with this e-mail address, which belongs to no organisation at present. Its password shows that it is yours.
        </p>
        <TextField name="email" type="email" label="Your e-mail address" autoComplete="username" width="half" readOnly value={email ?? ''} />
        <TextField
          name="password"
          type="password"
          label="Your password"
          hint={mayRenew ? 'If you no longer know it, choose a new one below.' : noOtherWay}
          autoComplete="current-password"
          width="half"
          error={problemAt(problems, 'password')}
        />
        <Button>Accept the invitation</Button>
      </Form>
      {mayRenew && (
        <section className="mt-part">
          <h2 className="mb-snug text-heading-m font-heading">If you have forgotten your password</h2>
          <p className="mb-step max-w-prose">
            The mail with this invitation shows that the address is yours, so you can choose a new password. Wherever you are signed in, you no longer
            are. A second factor that you have is asked for as always.
          </p>
          <Form method="post" noValidate>
            <input type="hidden" name="token" value={token} />
            {/* For the password manager, which keeps the two together. */}
            <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
            <NewPasswordField error={problemAt(problems, 'newPassword')} />
            <Button look="secondary" name="as" value="new-password">
              Accept with the new password
            </Button>
          </Form>
        </section>
      )}
    </>
  );
}
