import { formatDate } from '#app/domain/assessment/format-date.ts';
import { levelWords } from '#app/routes/people/assess/answer-words.ts';
import type { CaseEntry, CaseView } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** All that was recorded of the person in the skill, with what newer words have replaced marked as earlier. */
export function CaseRecord({ skill, entries, newest }: Pick<CaseView, 'skill' | 'entries' | 'newest'>) {
  const isNewest = (entry: CaseEntry) => newest[entry.source]?.id === entry.id;
  return (
    <DataTable
      caption="What was said, newest first"
      note="What is still hidden between the two sides is not here."
      stacked
      rows={entries}
      rowKey={({ id }) => id}
      empty="Nothing is on record of this skill yet."
      columns={[
        { key: 'source', head: 'Source', rowHead: true, cell: (entry) => `${sourceNames[entry.source]}${isNewest(entry) ? '' : ' (earlier)'}` },
        { key: 'level', head: 'Level', cell: (entry) => saidLevel(skill.levels, entry) },
        { key: 'day', head: 'Date', cell: ({ assessedOn }) => formatDate(assessedOn) },
        { key: 'by', head: 'Recorded by', cell: ({ assessorName }) => <span className="wrap-anywhere">{assessorName}</span> },
        { key: 'round', head: 'Round', cell: ({ cycleName }) => cycleName ?? '' },
        { key: 'note', head: 'Note', cell: ({ note }) => note && <span className="whitespace-pre-wrap wrap-anywhere">{note}</span> },
      ]}
    />
  );
}

const sourceNames = { self: 'Self', manager: 'Manager', agreed: 'Agreed' } as const;

/** The level of an entry in words, where there is none too. */
export function saidLevel(levels: CaseView['skill']['levels'], entry: Pick<CaseEntry, 'level' | 'isExempt'> | null): string {
  if (entry === null) return 'nothing on record';
  return entry.level === null ? (entry.isExempt ? 'exempt' : 'not observed') : levelWords(levels, entry.level);
}
