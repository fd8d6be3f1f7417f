import { formatDate } from '#app/domain/assessment/format-date.ts';
import { markWords } from '#app/domain/capability/picture/words/filter-words.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { Tag } from '#app/ui/tag.tsx';

/** The marks of a cell in words; of a dispute, since when. Nothing where there is none. */
export function PanelMarks({ detail: { cell, disputedOn } }: { detail: CellDetail }) {
  if (cell.marks.length === 0) return null;
  return (
    <ul aria-label="Marks" className="mb-close flex flex-wrap gap-close">
      {cell.marks.map((mark) => (
        <li key={mark}>
          <Tag tone={mark === 'disputed' ? 'bad' : 'neutral'}>
            {markWords[mark]}
            {mark === 'disputed' && disputedOn !== null && ` since ${formatDate(disputedOn)}`}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
