import { formatDate } from '#app/domain/assessment/format-date.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { LevelHistory } from './level-history.ts';
import { levelHistoryRows } from './level-history-rows.ts';

interface LevelHistoryTableProps {
  history: LevelHistory;
  caption: string;
  /** A level as people read it, such as "2 working". */
  levelName: (level: number) => string;
}

/** The equal of the picture: each day on which something was said, or the expectation changed, with what was said then. */
export function LevelHistoryTable({ history, caption, levelName }: LevelHistoryTableProps) {
  const words = (level: number | null | undefined) => (level === undefined ? '' : level === null ? 'n/o' : levelName(level));
  return (
    <DataTable
      stacked
      caption={caption}
      note="Newest first. An answer holds until the next one of its source; n/o is not observed, or exempt."
      rows={levelHistoryRows(history)}
      rowKey={(row) => row.on}
      columns={[
        { key: 'on', head: 'Day', rowHead: true, short: true, cell: (row) => formatDate(row.on) },
        { key: 'self', head: 'Self', cell: (row) => words(row.self) },
        { key: 'manager', head: 'Manager', cell: (row) => words(row.manager) },
        { key: 'agreed', head: 'Agreed', cell: (row) => words(row.agreed) },
        { key: 'expected', head: 'Expected', cell: (row) => (row.expectedLevel === null ? 'not expected' : levelName(row.expectedLevel)) },
      ]}
    />
  );
}
