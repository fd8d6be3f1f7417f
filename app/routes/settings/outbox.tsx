import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { discardMail } from '#app/services/organisation/discard-mail.server.ts';
import { movableStates, type OutboxMail } from '#app/services/organisation/outbox-mail.ts';
import { readMail } from '#app/services/organisation/read-mail.server.ts';
import { readOutbox } from '#app/services/organisation/read-outbox.server.ts';
import { resendMail } from '#app/services/organisation/resend-mail.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { OpenedMail } from './opened-mail.tsx';
import { OutboxTable } from './outbox-table.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  again: 'The mail is tried again within the next seconds.',
  'again-waits': 'The mail waits again. It goes out once there is a mail server.',
  discarded: 'The mail is discarded.',
};

const inWords = (moment: Date | null) => moment && momentInWords(moment);

const present = ({ createdAt, nextAttemptAt, sentAt, ...mail }: OutboxMail) => ({
  ...mail,
  written: momentInWords(createdAt),
  next: inWords(nextAttemptAt),
  sent: inWords(sentAt),
  mayMove: movableStates.some((state) => state === mail.state),
});

async function openMail(context: Context, mailId: string) {
  const { text, link, hasMailServer, ...mail } = await readMail(context, mailId);
  return { ...present(mail), text, link, hasMailServer };
}

async function openOutbox(context: Context, page: string | null) {
  const outbox = await readOutbox(context, { page: /^\d{1,6}$/.test(page ?? '') ? Number(page) : 1 });
  return { ...outbox, mails: outbox.mails.map(present) };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { searchParams } = new URL(request.url);
  const mailId = searchParams.get('mail');
  return {
    frame: settingsFrame(context.viewer, 'outbox'),
    notice: noticeIn(notices, request),
    opened: mailId === null ? null : await openMail(context, mailId),
    outbox: mailId === null ? await openOutbox(context, searchParams.get('page')) : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  const mailId = typed(form, 'mail');
  if (typed(form, 'do') === 'discard') {
    const outcome = await discardMail(context, mailId);
    return outcome.ok ? redirect('/settings/outbox?notice=discarded') : refuse(outcome.problem);
  }
  const outcome = await resendMail(context, mailId);
  if (!outcome.ok) return refuse(outcome.problem);
  return redirect(`/settings/outbox?notice=${outcome.value.hasMailServer ? 'again' : 'again-waits'}`);
}

/** The mail has gone on meanwhile. */
const refuse = (problem: Problem) => data({ problems: [problem] }, { status: 409 });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.opened?.subject ?? 'Outbox') }];

function leadOf({ total, hasMailServer }: { total: number; hasMailServer: boolean }): string | undefined {
  if (hasMailServer) return total === 0 ? undefined : 'Mails are sent by themselves. What could not be sent says why.';
  return 'No mail server is set, so mails wait here.';
}

export default function Outbox() {
  const { frame, notice, opened, outbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <SettingsHeader frame={frame} {...(opened && { title: opened.subject })} />
      {notice && <Notice>{notice}</Notice>}
      <ErrorSummary problems={refused?.problems ?? []} />
      {opened && (
        <Page title={<span className="break-words">{opened.subject}</span>}>
          <OpenedMail mail={opened} />
        </Page>
      )}
      {outbox && (
        <Page title="Outbox" lead={leadOf(outbox)}>
          {!outbox.hasMailServer && (
            <Notice kind="information">
              <p className="mb-close">
                Ask whoever runs the service to connect one (the setting is <code>SMTP_URL</code>). Until then open an invitation that waits and hand
                its text to the person yourself.
              </p>
              <p>
                Links in other mails are for their reader alone and are not shown here. <code>npm run mail:show</code> on the
                server prints mails that wait with their links.
              </p>
            </Notice>
          )}
          {outbox.total === 0 ? (
            <EmptyState title="No mail yet" action={{ to: '/settings/invitations/new', label: 'Invite somebody' }}>
              <p>Invitations and links for new passwords stand here, with how far they have come.</p>
            </EmptyState>
          ) : (
            <OutboxTable {...outbox} />
          )}
        </Page>
      )}
    </>
  );
}
