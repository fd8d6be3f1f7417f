import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface ImportEntry {
  id: string;
  name: string;
  kind: string;
  handedIn: string;
  state: string;
}

/** The spreadsheets that somebody handed in. */
export function ImportList({ imports }: { imports: readonly ImportEntry[] }) {
  return (
    <DataTable
      caption="Your imports, the newest first"
      note="Rows that nobody brings in are forgotten after a day."
      rows={imports}
      rowKey={({ id }) => id}
      stacked
      columns={[
        { key: 'name', head: 'File', rowHead: true, cell: ({ id, name }) => <span className="[overflow-wrap:anywhere]"><TextLink to={`/imports/${id}`}>{name}</TextLink></span> },
        { key: 'kind', head: 'Holds', cell: ({ kind }) => kind, short: true },
        { key: 'handed', head: 'Handed in', cell: ({ handedIn }) => handedIn },
        { key: 'state', head: 'State', cell: ({ state }) => state },
      ]}
    />
  );
}
