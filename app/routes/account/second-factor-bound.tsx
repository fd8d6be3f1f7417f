import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';

/** Signed in on the word of one organisation's provider: nothing can be changed here. */
export function SecondFactorBound() {
  return (
    <Notice kind="information">
      <p className="mb-close">
        You signed in through your organisation, so second factors cannot be set up or removed here: they would open your account everywhere.
      </p>
      <p>To change them, sign out and sign in with your password.</p>
    </Notice>
  );
}

interface SecondFactorMissingProps {
  organisationName: string;
  hasPassword: boolean;
}

/** The same, where the organisation requires a second factor and neither the provider nor the person has shown one. */
export function SecondFactorMissing({ organisationName, hasPassword }: SecondFactorMissingProps) {
  return (
    <Page
      title="A second factor is missing"
      lead={`${organisationName} asks everybody for a second factor. You signed in through your organisation, whose sign-in service did not say that you were asked for one there, and you have none of your own here.`}
    >
      <div className="max-w-prose">
        <p className="mb-snug">{hasPassword ? 'Do one of these, then you can go on:' : 'Your account has no password here, so only your administrator can open the way:'}</p>
        <ul className="mb-step grid list-disc gap-snug pl-step">
          <li>
            Ask your administrator to do one of two things: to tick “Our provider asks everybody for a second factor itself” under Settings, Single sign-on,
            if that is so; or to have the sign-in service say when a second factor was shown (<code>amr</code> with <code>mfa</code> in its ID tokens). After
            that, sign out and sign in through your organisation again.
          </li>
          {hasPassword && (
            <li>
              Sign out, sign in with your e-mail address and password, and set up an authenticator app or a passkey. From then on you are asked for it
              whichever way you sign in.
            </li>
          )}
        </ul>
        <form method="post" action="/sign-out">
          <Button>Sign out</Button>
        </form>
      </div>
    </Page>
  );
}
