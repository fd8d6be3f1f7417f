import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { CaseView } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { Tag } from '#app/ui/tag.tsx';

/** Every level of the skill with what somebody at that level does, and who has ticked it. */
export function CaseLevels({ skill, newest }: Pick<CaseView, 'skill' | 'newest'>) {
  const tickedBy = (tick: string) => assessmentSources.filter((source: AssessmentSource) => newest[source]?.ticks.includes(tick));
  return (
    <ol className="text-dense">
      {skill.levels.map(({ ordinal, name, defined, statements, ours }) => (
        <li key={ordinal} className={`mb-close border-l-4 py-hair pl-snug ${ordinal === skill.expectedLevel ? 'border-ink bg-panel' : 'border-line'}`}>
          <strong className="font-strong">
            {ordinal} {name}
            {ordinal === skill.expectedLevel && ' - expected'}
          </strong>
          {!defined && <span className="block text-muted">The framework does not define this level.</span>}
          {statements.length > 0 && (
            <ul className="list-disc pl-step">
              {statements.map((statement, index) => {
                const sources = tickedBy(`${ordinal}.${index + 1}`);
                return (
                  <li key={index}>
                    {statement} {sources.length > 0 && <Tag>ticked: {sources.join(', ')}</Tag>}
                  </li>
                );
              })}
            </ul>
          )}
          {ours && <span className="block text-note text-muted">Our summary, not the framework's wording</span>}
        </li>
      ))}
    </ol>
  );
}
