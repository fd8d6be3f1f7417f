import { Page } from '#app/ui/page.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** The same words for every link that leads nowhere: which of the reasons it is tells a stranger something. */
export function InvitationOver() {
  return (
    <Page title="This link does not work" lead="An invitation works once, for seven days, and until it is sent again or taken back.">
      <p className="mb-step max-w-prose">
        Check that you have opened the whole link, from the newest mail. If you have, ask whoever invited you, or an administrator of your
        organisation, to send the invitation again.
      </p>
      <p>
        If you have accepted already, <TextLink to="/sign-in">sign in</TextLink>.
      </p>
    </Page>
  );
}
