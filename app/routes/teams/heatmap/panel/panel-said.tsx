import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { answerWords, sourceNames } from '#app/routes/people/assess/answer-words.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { PanelPart } from './panel-part.tsx';

/** What each of self, manager and both together said last, when, and who wrote it down. */
export function PanelSaid({ detail: { said, skill } }: { detail: CellDetail }) {
  return (
    <PanelPart title="Said last">
      <dl>
        {assessmentSources.map((source) => {
          const answer = said[source];
          return (
            <div key={source} className="flex flex-wrap gap-x-close">
              <dt className="w-20 font-strong">{sourceNames[source]}</dt>
              <dd className="min-w-0 flex-1 break-words">
                {answer === null ? 'Nothing on record' : `${answerWords(skill.levels, answer)}, ${formatDate(answer.assessedOn)}, ${answer.assessorName}`}
                {answer?.note && <span className="block whitespace-pre-wrap text-muted">{answer.note}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </PanelPart>
  );
}
