import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Retention } from '#app/services/privacy/read-retention.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** Who has left and is still recorded: in no team's list any more, and here for whoever has to put a date right or erase. */
export function LeaversTable({ leavers }: { leavers: Retention['leavers'] }) {
  return (
    <DataTable
      caption="People who have left and are still recorded"
      note="In the order in which they will be erased. They stand in no list, heatmap or search any more, but for dates on which they were there."
      empty="Nobody."
      stacked
      rows={leavers}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: (row) => <Named {...row} /> },
        { key: 'left', head: 'Last day', short: true, cell: (row) => formatDate(row.leftOn) },
        { key: 'erased', head: 'Erased on', short: true, cell: (row) => formatDate(row.erasedOn) },
        { key: 'erase', head: 'Sooner', cell: (row) => <TextLink to={`/people/${row.id}/erase`}>
              Erase now<span className="sr-only">: {row.name}</span>
            </TextLink> },
      ]}
    />
  );
}

function Named({ id, name }: { id: string; name: string }) {
  return (
    <div className="min-w-40 wrap-anywhere">
      <TextLink to={`/people/${id}`}>{name}</TextLink>
    </div>
  );
}
