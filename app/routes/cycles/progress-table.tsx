import type { StepCounts } from '#app/domain/assessment/cycle/count-standings.ts';
import { stepWords } from '#app/domain/assessment/cycle/step-words.ts';
import type { CycleFacts } from '#app/domain/assessment/cycle/cycle-facts.ts';
import { DataTable } from '#app/ui/data-table.tsx';

interface Row {
  id: string | null;
  name: string | null;
  counts: StepCounts;
}

interface ProgressTableProps {
  teams: readonly Row[];
  total: StepCounts;
  cycle: Pick<CycleFacts, 'state' | 'selfDueOn' | 'moderationDueOn'>;
}

/** How many people of each team wait for which step. */
export function ProgressTable({ teams, total, cycle }: ProgressTableProps) {
  const sum: Row = { id: 'all', name: 'All teams', counts: total };
  const rows = teams.length > 1 ? [...teams, sum] : teams;
  const asksSelf = cycle.selfDueOn !== null;
  const moderates = cycle.moderationDueOn !== null || total.moderation > 0;
  const figure = (key: keyof StepCounts, head: string) => ({ key, head, numeric: true, cell: ({ counts }: Row) => counts[key] });
  return (
    <DataTable
      caption={cycle.state === 'closed' ? 'Where people stood when the round closed, by team' : 'How many wait for which step, by team'}
      note="Own and manager’s levels are given side by side: one person can wait for both. Who sits the round out or has left waits for nothing."
      rows={rows}
      rowKey={({ id }) => id ?? 'none'}
      columns={[
        { key: 'team', head: 'Team', rowHead: true, cell: ({ name }) => <span className="block min-w-28 wrap-anywhere">{name ?? 'In no team'}</span> },
        figure('people', 'People'),
        ...(asksSelf ? [figure('self', stepWords.self)] : []),
        figure('manager', stepWords.manager),
        figure('conversation', stepWords.conversation),
        ...(moderates ? [figure('moderation', stepWords.moderation)] : []),
        figure('done', 'Done'),
        { key: 'out', head: 'Sit out or left', numeric: true, cell: ({ counts }) => counts.exempt + counts.left },
      ]}
    />
  );
}
