import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { NewestEntry } from '#app/services/assessments/read-newest-entries.server.ts';
import type { AgreementSkill } from '#app/services/assessments/answer/read-agreement.server.ts';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { answerWords, levelWords } from './answer-words.ts';
import { assessField, exempt, fieldsOf, notObserved, unchanged } from './assess-entries.ts';
import { DisputePart, type SkillDecision } from './dispute-part.tsx';

interface AgreeSkillProps {
  skill: AgreementSkill;
  personId: string;
  /** What a moderator decided last. */
  decision: SkillDecision | null;
  mayAgree: boolean;
  mayDispute: boolean;
  mayDecide: boolean;
  /** True where the level that both sides gave is filled in. */
  isFilled: boolean;
  typed: Readonly<Record<string, string>>;
  problem: string | null;
  isStale: boolean;
  asksToConfirm: boolean;
}

/** One skill: both sides beside each other and what was agreed last, then the level that is agreed now. */
export function AgreeSkill({ skill, personId, decision, mayAgree, mayDispute, mayDecide, isFilled, typed, problem, isStale, asksToConfirm }: AgreeSkillProps) {
  const { skillId, name, levels, expectedLevel, apart, self, manager, agreed, isAgreedInRound, dispute } = skill;
  const sides = [
    { head: 'Self', said: self },
    { head: 'Manager', said: manager },
    { head: isAgreedInRound ? 'Agreed' : 'Agreed last', said: agreed },
  ];
  return (
    <section id={assessField.section(skillId)} aria-labelledby={`name-${skillId}`} className="mb-part scroll-mt-part border-t-2 border-ink pt-snug">
      <h2 id={`name-${skillId}`} className="text-heading-m font-heading break-words">
        {name}
      </h2>
      <p className="mb-snug flex flex-wrap items-center gap-x-snug text-dense text-muted">
        <span>{expectedLevel === null ? 'Not expected of this role level' : `Expected: ${levelWords(levels, expectedLevel)}`}</span>
        {apart !== null && apart !== 0 && <Tag tone={Math.abs(apart) > 1 ? 'bad' : 'neutral'}>{apartWords(apart)}</Tag>}
        {isAgreedInRound && <Tag tone="good">Agreed</Tag>}
        {dispute !== null && dispute.outcome === null && <Tag tone="bad">Disputed</Tag>}
      </p>
      {problem && <p className="mb-snug font-strong text-danger">{problem}</p>}
      {isStale && <p className="mb-snug font-strong text-danger">Agreed meanwhile by somebody else: compare with what stands, then save again.</p>}
      <dl className="mb-step grid gap-step sm:grid-cols-3">
        {sides.map(({ head, said }) => (
          <div key={head} className="min-w-0 border-l-4 border-line pl-snug">
            <dt className="font-strong">{head}</dt>
            <dd className="break-words">
              <Said skill={skill} said={said} />
            </dd>
          </div>
        ))}
      </dl>
      {mayAgree && (
        <Answers skill={skill} isFilled={isFilled} typed={typed} asksToConfirm={asksToConfirm} />
      )}
      <DisputePart skill={skill} personId={personId} decision={decision} mayDispute={mayDispute} mayDecide={mayDecide} typed={typed} />
    </section>
  );
}

function apartWords(apart: number): string {
  const levels = Math.abs(apart) === 1 ? '1 level' : `${Math.abs(apart)} levels`;
  return `Self ${levels} ${apart > 0 ? 'higher' : 'lower'}`;
}

/** What one side said, by whom and when, with the note and the statements that were ticked. */
function Said({ skill: { levels, name }, said }: { skill: AgreementSkill; said: NewestEntry | null }) {
  if (said === null) return <span className="text-muted">Nothing</span>;
  const ticked = said.ticks.flatMap((tick) => {
    const [ordinal, place] = tick.split('.').map(Number);
    return levels.find((level) => level.ordinal === ordinal)?.statements[(place ?? 0) - 1] ?? [];
  });
  return (
    <>
      <span className="block">{answerWords(levels, said)}</span>
      <span className="block text-dense text-muted">
        {said.assessorName}, {formatDate(said.assessedOn)}
      </span>
      {said.note && <span className="block whitespace-pre-wrap">{said.note}</span>}
      {ticked.length > 0 && (
        <Details
          summary={
            <>
              {ticked.length === 1 ? '1 statement' : `${ticked.length} statements`} ticked<span className="sr-only"> of {name}</span>
            </>
          }
        >
          <ul className="list-disc pl-step text-dense">
            {ticked.map((statement) => (
              <li key={statement}>{statement}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Answers({ skill, isFilled, typed, asksToConfirm }: Pick<AgreeSkillProps, 'skill' | 'isFilled' | 'typed' | 'asksToConfirm'>) {
  const { skillId, name, levels, agreed, needsReview, isAgreedInRound } = skill;
  const drafted = fieldsOf(skill.typed);
  const filled = isFilled && skill.apart === 0 && !isAgreedInRound && drafted.choice === '' ? String(skill.self?.level ?? '') : drafted.choice;
  const about = <span className="sr-only"> on {name}</span>;
  return (
    <>
      <input type="hidden" name={assessField.revision(skillId)} value={skill.revision} />
      <input type="hidden" name={assessField.typed('agreed', skillId)} value={skill.typed?.revision ?? 0} />
      <div className="grid gap-x-step lg:grid-cols-2">
        <SelectField
          name={assessField.level('agreed', skillId)}
          label={
            <>
              Agreed level <span className="sr-only">in {name}</span>
            </>
          }
          prompt={isAgreedInRound ? 'No new answer' : 'Not agreed yet'}
          options={[
            { value: '0', label: '0 Not yet at the first level' },
            ...levels.map(({ ordinal, name: step, defined }) => ({ value: String(ordinal), label: `${ordinal} ${step}${defined ? '' : ' (not defined by the framework)'}` })),
            { value: notObserved, label: 'Not observed' },
            { value: exempt, label: 'Exempt (say until when, and why)' },
            ...(agreed && !needsReview ? [{ value: unchanged, label: `No change since ${formatDate(agreed.assessedOn)}` }] : []),
          ]}
          defaultValue={typed[assessField.level('agreed', skillId)] ?? filled}
        />
        <TextareaField
          name={assessField.note(skillId)}
          label={<>Note (optional) {about}</>}
          rows={2}
          maxLength={4000}
          defaultValue={typed[assessField.note(skillId)] ?? drafted.note}
        />
      </div>
      {asksToConfirm && <CheckboxField name={assessField.confirm(skillId)} label={<>I mean a level that the framework does not define{about}</>} />}
      <Details summary={<>Exempt{about}</>} open={(typed[assessField.reason(skillId)] ?? drafted.reason) !== ''}>
        <DateField name={assessField.until(skillId)} label="Last day of the exemption" defaultValue={typed[assessField.until(skillId)] ?? drafted.until} />
        <TextareaField name={assessField.reason(skillId)} label="Why" rows={2} maxLength={1000} defaultValue={typed[assessField.reason(skillId)] ?? drafted.reason} />
      </Details>
    </>
  );
}
