import { useState } from 'react';
import { suggestLevel } from '#app/domain/assessment/answer/suggest-level.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { TypedAnswer } from '#app/services/assessments/answer/read-voices.server.ts';
import type { FormSkill } from '#app/services/assessments/read-assessment-form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { levelWords, sourceNames } from './answer-words.ts';
import { assessField, exempt, fieldsKey, fieldsOf, notObserved, unchanged } from './assess-entries.ts';
import { SkillLevels } from './skill-levels.tsx';

export interface AnswerFieldsProps {
  skill: FormSkill;
  /** As which sources the viewer answers. */
  sources: readonly AssessmentSource[];
  /** True in a round: what is saved stays typed until it is handed in. */
  isRound: boolean;
  /** What is typed of this skill and not on record, of these sources. */
  stored: readonly TypedAnswer[];
  /** What was typed into a form that was refused, and what was ticked in it. */
  typed: Readonly<Record<string, string>>;
  ticked: readonly string[] | null;
  /** True where a level that is not defined was given, and is asked about. */
  asksToConfirm: boolean;
  children: React.ReactNode;
}

/** What each level means, with boxes to tick, and the answers to one skill; `children` stand above the answers. */
export function AnswerFields({ skill, sources, isRound, stored, typed, ticked, asksToConfirm, children }: AnswerFieldsProps) {
  const { skillId, name, levels, expectedLevel, newest } = skill;
  const storedOf = (source: AssessmentSource) => stored.find((one) => one.source === source) ?? null;
  const standing = sources.map((source) => fieldsOf(storedOf(source)));
  const shared = standing.find((one) => one.note !== '' || one.ticks.length > 0 || one.reason !== '') ?? standing[0] ?? fieldsOf(null);
  const [ticks, setTicks] = useState<readonly string[]>(ticked ?? shared.ticks);
  const suggested = suggestLevel(new Map(levels.map((level) => [level.ordinal, level.statements.length])), ticks);
  const ticking = { name: assessField.tick(skillId), ticks, onTick: (tick: string, isTicked: boolean) => setTicks(isTicked ? [...ticks, tick] : ticks.filter((one) => one !== tick)) };
  const about = <span className="sr-only"> on {name}</span>;
  const [voice] = sources;
  const last = voice ? (newest[voice] ?? newest.agreed) : null;
  return (
    <div className="grid gap-step lg:grid-cols-[3fr_2fr]">
      <SkillLevels levels={levels} expectedLevel={expectedLevel} ticking={sources.length > 0 ? ticking : undefined} />
      <div>
        {children}
        {sources.length > 0 && (
          <>
            <input type="hidden" name={assessField.revision(skillId)} value={skill.revision} />
            {isRound && <input type="hidden" name={assessField.was(skillId)} value={fieldsKey(standing[0] ?? fieldsOf(null))} />}
            {sources.map((source) => (
              <div key={source}>
                <input type="hidden" name={assessField.typed(source, skillId)} value={storedOf(source)?.revision ?? 0} />
                <input type="hidden" name={assessField.seen(source, skillId)} value={newest[source]?.sequence ?? 0} />
              </div>
            ))}
            {suggested !== null && (
              <p className="mb-close text-dense">
                What is ticked suggests <strong className="font-strong">{levelWords(levels, suggested)}</strong>. You choose the level.
              </p>
            )}
            {isRound && last && !skill.needsReview && (
              <p className="mb-snug">
                <Button look="secondary" name="intent" value={`unchanged:${skillId}`}>
                  No change since {formatDate(last.assessedOn)}
                  {about}
                </Button>
              </p>
            )}
            <div className="grid gap-x-snug sm:grid-cols-2 lg:grid-cols-1">
              {sources.map((source, index) => (
                <SelectField
                  key={source}
                  name={assessField.level(source, skillId)}
                  label={
                    <>
                      {sourceNames[source]} level <span className="sr-only">in {name}</span>
                    </>
                  }
                  prompt={isRound ? 'No answer yet' : 'No new answer'}
                  options={optionsOf(skill, source)}
                  defaultValue={typed[assessField.level(source, skillId)] ?? standing[index]?.choice ?? ''}
                />
              ))}
            </div>
            {asksToConfirm && (
              <CheckboxField name={assessField.confirm(skillId)} label={<>I mean a level that the framework does not define{about}</>} />
            )}
            <TextareaField
              name={assessField.note(skillId)}
              label={<>Note (optional) {about}</>}
              rows={2}
              maxLength={4000}
              defaultValue={typed[assessField.note(skillId)] ?? shared.note}
            />
            <Details summary={<>Exempt{about}</>} open={(typed[assessField.reason(skillId)] ?? shared.reason) !== ''}>
              <p className="mb-close text-dense text-muted">For somebody on long leave, or out of a duty that needs the skill. Choose Exempt above, too.</p>
              <DateField name={assessField.until(skillId)} label="Last day of the exemption" defaultValue={typed[assessField.until(skillId)] ?? shared.until} />
              <TextareaField name={assessField.reason(skillId)} label="Why" rows={2} maxLength={1000} defaultValue={typed[assessField.reason(skillId)] ?? shared.reason} />
            </Details>
          </>
        )}
      </div>
    </div>
  );
}

function optionsOf({ levels, newest, needsReview }: FormSkill, source: AssessmentSource) {
  const last = newest[source] ?? newest.agreed;
  return [
    { value: '0', label: '0 Not yet at the first level' },
    ...levels.map(({ ordinal, name, defined }) => ({
      value: String(ordinal),
      label: `${ordinal} ${name}${defined ? '' : ' (not defined by the framework)'}`,
    })),
    { value: notObserved, label: 'Not observed' },
    { value: exempt, label: 'Exempt (say until when, and why)' },
    ...(last && !needsReview ? [{ value: unchanged, label: `No change since ${formatDate(last.assessedOn)}` }] : []),
  ];
}
