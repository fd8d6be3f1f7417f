import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { TypedAnswer } from '#app/services/assessments/answer/read-voices.server.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { AnswerFields, type AnswerFieldsProps } from './answer-fields.tsx';
import { answerWords, levelWords, sourceNames } from './answer-words.ts';
import { SaidLast } from './said-last.tsx';

interface AssessSkillProps extends Omit<AnswerFieldsProps, 'children'> {
  problem: string | null;
  /** True when somebody else recorded a level after this form was opened. */
  stale: boolean;
  /** What is typed and not on record, to be read: of a voice that has handed in, or of the other side where it is not hidden. */
  toRead: readonly TypedAnswer[];
}

/** One skill: what each level means, what was said last, and the answers; none makes the section plain text. */
export function AssessSkill({ problem, stale, toRead, ...answers }: AssessSkillProps) {
  const { skillId, name, levels, expectedLevel, newest, needsReview } = answers.skill;
  return (
    <section id={`skill-${skillId}`} aria-labelledby={`name-${skillId}`} className="mb-part scroll-mt-part border-t-2 border-ink pt-snug">
      <h2 id={`name-${skillId}`} className="text-heading-m font-heading break-words">
        {name}
      </h2>
      <p className="mb-snug text-dense text-muted">
        {expectedLevel === null ? 'Not expected of this role level' : `Expected: ${levelWords(levels, expectedLevel)}`}
      </p>
      {problem && <p className="mb-snug font-strong text-danger">{problem}</p>}
      {stale && (
        <p className="mb-snug font-strong text-danger">
          {answers.isRound
            ? 'Answered meanwhile by somebody else: compare with what stands, then save again.'
            : 'Recorded meanwhile by somebody else: compare with what was said last, then save again.'}
        </p>
      )}
      {needsReview && newest.agreed && (
        <p className="mb-snug">
          <strong className="font-strong">To be reviewed.</strong> The agreed level was recorded before the wording changed its meaning; look at it
          again.{' '}
          <TextLink to={`/framework/versions/${newest.agreed.versionId}/skills/${newest.agreed.recordedSkillKey}`}>
            What it said then <span className="sr-only">of {name}</span>
          </TextLink>
        </p>
      )}
      <AnswerFields {...answers}>
        {toRead.map((one) => (
          <ReadAnswer key={one.source} levels={levels} typed={one} />
        ))}
        <SaidLast skill={answers.skill} />
      </AnswerFields>
    </section>
  );
}

/** An answer that is typed and not on record, as text. */
function ReadAnswer({ levels, typed }: { levels: AssessSkillProps['skill']['levels']; typed: TypedAnswer }) {
  const { answer, note, source, unchangedSince, writerName, writtenOn } = typed;
  const level = answer?.kind === 'level' ? answer.level : null;
  const exemption = answer?.kind === 'exempt' ? answer : null;
  return (
    <div className="mb-step border-l-4 border-action pl-snug">
      <p className="break-words">
        <strong className="font-strong">{sourceNames[source]}, not on record yet:</strong>{' '}
        {answer === null ? 'no answer' : answerWords(levels, { level, exemptUntil: exemption?.until ?? null, exemptReason: exemption?.reason ?? null, unchangedSince })}, {writerName},{' '}
        {formatDate(writtenOn)}
      </p>
      {note && <p className="whitespace-pre-wrap break-words text-muted">{note}</p>}
    </div>
  );
}
