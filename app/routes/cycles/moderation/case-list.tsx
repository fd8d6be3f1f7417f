import type { ReactNode } from 'react';
import type { ListedCase } from '#app/services/assessments/moderation/read-moderation-board.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface CaseListProps<Case extends ListedCase> {
  cycleId: string;
  cases: readonly Case[];
  caption: string;
  note: ReactNode;
  /** What is said of each case beside its levels. */
  says?: { head: string; words: (one: Case) => ReactNode };
}

/** More than these on one page help nobody: the board can be narrowed to a role or a skill. */
const most = 50;

/** Cases with what each voice said, each with the way to its page. */
export function CaseList<Case extends ListedCase>({ cycleId, cases, caption, note, says }: CaseListProps<Case>) {
  const more = cases.length - most;
  return (
    <DataTable
      caption={caption}
      note={
        <>
          {note}
          {more > 0 && ` The first ${most} are shown; ${more} more show when you choose a role or a skill.`}
        </>
      }
      stacked
      rows={cases.slice(0, most)}
      rowKey={(one) => `${one.personId}/${one.skillId}`}
      columns={[
        {
          key: 'case',
          head: 'Person and skill',
          rowHead: true,
          cell: (one) => (
            <span className="wrap-anywhere">
              <TextLink to={caseAddress(one.personId, one.skillId, cycleId)}>
                {one.personName}: {one.skillName}
              </TextLink>
            </span>
          ),
        },
        ...(says ? [{ key: 'says', head: says.head, cell: says.words }] : []),
        { key: 'self', head: 'Self', numeric: true, cell: (one) => one.selfLevel ?? '–' },
        { key: 'manager', head: 'Manager', numeric: true, cell: (one) => one.managerLevel ?? '–' },
        { key: 'agreed', head: 'Agreed', numeric: true, cell: (one) => one.agreedLevel ?? '–' },
      ]}
    />
  );
}

/** The page of one person and skill, looked at in a round. */
export function caseAddress(personId: string, skillId: string, cycleId: string | null): string {
  return `/people/${personId}/moderation/${skillId}${cycleId === null ? '' : `?round=${cycleId}`}`;
}
