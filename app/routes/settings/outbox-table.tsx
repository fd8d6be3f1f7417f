import type { MailState as State } from '#app/services/organisation/outbox-mail.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { MailState } from './mail-state.tsx';

interface Row {
  id: string;
  toName: string;
  toAddress: string;
  subject: string;
  state: State;
  attempts: number;
  lastError: string | null;
  written: string;
}

interface OutboxTableProps {
  mails: readonly Row[];
  total: number;
  page: number;
  pages: number;
}

/** One page of the outbox, and the way to its neighbours. */
export function OutboxTable({ mails, total, page, pages }: OutboxTableProps) {
  return (
    <>
      <DataTable
        caption={`${total} ${total === 1 ? 'mail' : 'mails'}, newest first${pages > 1 ? `; page ${page} of ${pages}` : ''}`}
        stacked
        rows={mails}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'subject',
            head: 'Subject',
            rowHead: true,
            cell: ({ id, subject }) => (
              <div className="min-w-40 wrap-anywhere">
                <TextLink to={`/settings/outbox?mail=${id}`}>{subject}</TextLink>
              </div>
            ),
          },
          { key: 'state', head: 'State', short: true, cell: ({ state }) => <MailState state={state} /> },
          {
            key: 'to',
            head: 'To',
            cell: ({ toName, toAddress }) => (
              <div className="min-w-40 wrap-anywhere">
                {toName}
                <span className="block text-muted">{toAddress}</span>
              </div>
            ),
          },
          { key: 'written', head: 'Written', cell: ({ written }) => <span className="sm:block sm:min-w-32">{written}</span> },
          { key: 'attempts', head: 'Attempts', numeric: true, cell: ({ attempts }) => attempts },
          { key: 'error', head: 'Last error', cell: ({ lastError }) => lastError && <div className="min-w-40 wrap-anywhere">{lastError}</div> },
        ]}
      />
      {pages > 1 && (
        <nav aria-label="Pages of the outbox" className="mb-part flex flex-wrap gap-x-step">
          {page > 1 && <TextLink to={`/settings/outbox?page=${page - 1}`}>Newer mails</TextLink>}
          {page < pages && <TextLink to={`/settings/outbox?page=${page + 1}`}>Older mails</TextLink>}
        </nav>
      )}
    </>
  );
}
