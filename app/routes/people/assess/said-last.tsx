import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { FormSkill } from '#app/services/assessments/read-assessment-form.server.ts';
import { answerWords, sourceNames } from './answer-words.ts';

/** What each source said last of a skill, and is on record. */
export function SaidLast({ skill: { levels, newest } }: { skill: Pick<FormSkill, 'levels' | 'newest'> }) {
  return (
    <>
      <h3 className="mb-hair text-body font-strong">Said last</h3>
      <dl className="mb-step text-dense">
        {(['self', 'manager', 'agreed'] as const).map((source) => {
          const said = newest[source];
          return (
            <div key={source} className="flex flex-wrap gap-x-close">
              <dt className="w-20 font-strong">{sourceNames[source]}</dt>
              <dd className="min-w-0 flex-1 break-words">
                {said === null ? 'Nothing yet' : `${answerWords(levels, said)}, ${formatDate(said.assessedOn)}, ${said.assessorName}`}
                {said?.note && <span className="block whitespace-pre-wrap text-muted">{said.note}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
