import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { endOtherSessions } from '#app/services/accounts/end-other-sessions.server.ts';
import { endOwnSession } from '#app/services/accounts/end-own-session.server.ts';
import { readSessions } from '#app/services/accounts/read-sessions.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { SessionEntry } from './session-entry.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const meta: MetaFunction = () => [{ title: pageTitle('Where you are signed in') }];

const notices: Record<string, string> = {
  ended: 'That session has ended. Whoever uses it has to sign in again.',
  'others-ended': 'All other sessions have ended. Only this one is left.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const sessions = await readSessions(context);
  return {
    frame: accountFrame(context.viewer, 'sessions'),
    notice: noticeIn(notices, request),
    sessions: sessions.map(({ signedInAt, lastSeenAt, organisationId: _unused, ...session }) => ({
      ...session,
      signedIn: momentInWords(signedInAt),
      lastSeen: momentInWords(lastSeenAt),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  if (typed(form, 'end') === 'others') {
    await endOtherSessions(context);
    return redirect('/account/sessions?notice=others-ended');
  }
  await endOwnSession(context, typed(form, 'end'));
  return redirect('/account/sessions?notice=ended');
}

export default function Sessions() {
  const { frame, notice, sessions } = useLoaderData<typeof loader>();
  const others = sessions.filter(({ isThis }) => !isThis).length;
  const elsewhere = `You are signed in here and in ${others} other ${others === 1 ? 'place' : 'places'}. End what you do not recognise, then change your password.`;
  return (
    <>
      <AccountHeader frame={frame} />
      {notice && <Notice>{notice}</Notice>}
      <Page title="Where you are signed in" lead={others === 0 ? 'You are signed in here and nowhere else.' : elsewhere}>
        <ul className="mb-step max-w-prose border-t border-line">
          {sessions.map((session) => (
            <SessionEntry key={session.publicId} session={session} />
          ))}
        </ul>
        {others > 0 && (
          <form method="post">
            <input type="hidden" name="end" value="others" />
            <Button look="warning">End all others</Button>
          </form>
        )}
      </Page>
    </>
  );
}
