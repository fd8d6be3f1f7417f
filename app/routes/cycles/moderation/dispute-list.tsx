import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { OpenDispute } from '#app/services/assessments/moderation/read-open-disputes.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { caseAddress } from './case-list.tsx';

/** The disputes that wait for a decision, the oldest first, each looked at in the round given or else in its own; nothing where there are none, which the page says above. */
export function DisputeList({ disputes, cycleId }: { disputes: readonly OpenDispute[]; cycleId?: string }) {
  if (disputes.length === 0) return null;
  return (
    <DataTable
      caption={disputes.length === 1 ? '1 dispute waits for a decision' : `${disputes.length} disputes wait for a decision, the oldest first`}
      stacked
      rows={disputes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'case',
          head: 'Person and skill',
          rowHead: true,
          cell: ({ personId, personName, skillId, skillName, cycleId: itsCycleId }) => (
            <span className="wrap-anywhere">
              <TextLink to={caseAddress(personId, skillId, cycleId ?? itsCycleId)}>
                {personName}: {skillName}
              </TextLink>
            </span>
          ),
        },
        { key: 'since', head: 'Since', cell: ({ raisedOn }) => formatDate(raisedOn) },
      ]}
    />
  );
}
