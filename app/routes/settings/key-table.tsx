import { formatDate } from '#app/domain/assessment/format-date.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface KeyRow {
  id: string;
  name: string;
  access: 'read' | 'write';
  /** ISO dates. */
  madeOn: string;
  lastUsedOn: string | null;
  revokedOn: string | null;
  createdBy: string | null;
}

/** What a key may do. */
export const accessWords = { read: 'Reads', write: 'Reads and records' } as const;

function Name({ name }: KeyRow) {
  return <span className="wrap-anywhere">{name === '' ? 'Without a name' : name}</span>;
}

function Made({ madeOn, createdBy }: KeyRow) {
  return (
    <>
      <span className="sm:whitespace-nowrap">{formatDate(madeOn)}</span>
      {createdBy && <span className="block break-words text-muted">by {createdBy}</span>}
    </>
  );
}

const columns = [
  { key: 'name', head: 'What for', rowHead: true, cell: (row: KeyRow) => <Name {...row} /> },
  { key: 'access', head: 'May do', cell: (row: KeyRow) => accessWords[row.access] },
  { key: 'made', head: 'Made', cell: (row: KeyRow) => <Made {...row} /> },
  { key: 'used', head: 'Last used', short: true, cell: (row: KeyRow) => (row.lastUsedOn === null ? 'Never' : formatDate(row.lastUsedOn)) },
];

/** The keys in force, each with the way to revoke it. */
export function KeyTable({ keys }: { keys: readonly KeyRow[] }) {
  return (
    <DataTable
      stacked
      caption={`${keys.length} ${keys.length === 1 ? 'key' : 'keys'} in force, by name`}
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        ...columns,
        {
          key: 'revoke',
          head: <span className="sr-only">Revoke</span>,
          cell: ({ id, name }) => (
            <TextLink to={`/settings/keys?revoke=${id}`}>
              Revoke<span className="sr-only"> {name}</span>
            </TextLink>
          ),
        },
      ]}
    />
  );
}

/** The keys that are no longer in force, folded away. */
export function RevokedKeyTable({ keys }: { keys: readonly KeyRow[] }) {
  return (
    <Details summary={`Revoked keys (${keys.length})`}>
      <DataTable
        caption="Revoked keys, by name"
        stacked
        hideCaption
        rows={keys}
        rowKey={({ id }) => id}
        columns={[
          ...columns,
          { key: 'revoked', head: 'Revoked', short: true, cell: ({ revokedOn }) => (revokedOn === null ? '' : formatDate(revokedOn)) },
        ]}
      />
    </Details>
  );
}
