import { Form } from '@remix-run/react';
import type { MailState as State } from '#app/services/organisation/outbox-mail.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { MailState } from './mail-state.tsx';
import { mailStateAdvice } from './mail-words.ts';

interface OpenedMailProps {
  mail: {
    id: string;
    toName: string;
    toAddress: string;
    state: State;
    attempts: number;
    lastError: string | null;
    written: string;
    next: string | null;
    sent: string | null;
    text: string;
    link: 'shown' | 'withheld' | 'none';
    mayMove: boolean;
    hasMailServer: boolean;
  };
}

/** Why there is a link in the text, or none. */
function AboutLink({ link, hasMailServer }: Pick<OpenedMailProps['mail'], 'link' | 'hasMailServer'>) {
  if (link === 'none') return null;
  return (
    <Notice kind="information">
      {link === 'shown' ? (
        <p>
          No mail server sends this invitation. Hand the text to the person whom it invites, and to nobody else: whoever
          has the link can accept in their place. That you have seen it is on record.
        </p>
      ) : (
        <p>
          The link is meant for the reader of this mail alone and is not shown.{' '}
          {!hasMailServer && (
            <>
              Whoever operates the service can print mails that wait, with their links, by <code>npm run mail:show</code> on
              the server.
            </>
          )}
        </p>
      )}
    </Notice>
  );
}

/** Sending again and discarding, each saying first what comes of it. */
function Actions({ mail }: OpenedMailProps) {
  const isWaiting = mail.state === 'waiting';
  return (
    <div className="flex flex-wrap items-start gap-x-part">
      {(!isWaiting || mail.hasMailServer) && (
        <Form method="post" className="mb-step">
          <input type="hidden" name="mail" value={mail.id} />
          <Button look="secondary" name="do" value="resend">
            {isWaiting ? 'Try now' : 'Send again'}
          </Button>
        </Form>
      )}
      <Details summary="Discard this mail">
        <Form method="post">
          <input type="hidden" name="mail" value={mail.id} />
          <p className="mb-close max-w-prose">
            It goes from the outbox with its text and link, and is not sent any more. This cannot be undone; the audit keeps
            that there was such a mail.
          </p>
          <Button look="warning" name="do" value="discard">
            Discard
          </Button>
        </Form>
      </Details>
    </div>
  );
}

/** One mail: what it says, how far it has come, and what can be done with it. */
export function OpenedMail({ mail }: OpenedMailProps) {
  const { toName, toAddress, state, attempts, lastError, written, next, sent, text, link, mayMove, hasMailServer } = mail;
  const facts = [
    { term: 'To', detail: <span className="break-words">{toName === '' ? toAddress : `${toName}, ${toAddress}`}</span> },
    { term: 'State', detail: <MailState state={state} /> },
    { term: 'Written', detail: written },
    ...(sent === null ? [] : [{ term: 'Sent', detail: sent }]),
    ...(next === null || !hasMailServer ? [] : [{ term: 'Next attempt', detail: next }]),
    { term: 'Attempts', detail: attempts },
    ...(lastError === null ? [] : [{ term: 'Last error', detail: <span className="break-words">{lastError}</span> }]),
  ];
  return (
    <>
      <DefinitionList items={facts} />
      <AboutLink link={link} hasMailServer={hasMailServer} />
      <h2 className="mb-close text-heading-m font-heading">Text</h2>
      <div className="mb-part max-w-prose border-l-4 border-line pl-step break-words whitespace-pre-wrap">{text}</div>
      <p className="mb-step max-w-prose">{mailStateAdvice[state]}</p>
      {mayMove && <Actions mail={mail} />}
    </>
  );
}
