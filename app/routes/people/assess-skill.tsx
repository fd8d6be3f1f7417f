import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { FormSkill } from '#app/services/assessments/read-assessment-form.server.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { assessField, notObserved } from './assess-entries.ts';
import { SkillLevels } from './skill-levels.tsx';

interface AssessSkillProps {
  skill: FormSkill;
  /** As which sources the viewer may answer; none makes the section plain text. */
  sources: readonly AssessmentSource[];
  /** What was typed into a form that was refused. */
  typed: Readonly<Record<string, string>>;
  problem: string | null;
  /** True when somebody else recorded a level after this form was opened. */
  stale: boolean;
}

const sourceNames: Record<AssessmentSource, string> = { self: 'Self', manager: 'Manager', agreed: 'Agreed' };

/** One skill: what each level means, what was said last, and the answers. */
export function AssessSkill({ skill, sources, typed, problem, stale }: AssessSkillProps) {
  const { skillId, name, levels, expectedLevel, newest, needsReview } = skill;
  const levelName = (ordinal: number) =>
    ordinal === 0 ? '0 not yet at the first level' : `${ordinal} ${levels.find((level) => level.ordinal === ordinal)?.name.toLowerCase() ?? ''}`;
  return (
    <section id={`skill-${skillId}`} aria-labelledby={`name-${skillId}`} className="mb-part scroll-mt-part border-t-2 border-ink pt-snug">
      <h2 id={`name-${skillId}`} className="text-heading-m font-heading">
        {name}
      </h2>
      <p className="mb-snug text-dense text-muted">
        {expectedLevel === null ? 'Not expected of this role level' : `Expected: ${levelName(expectedLevel)}`}
      </p>
      {problem && <p className="mb-snug font-strong text-danger">{problem}</p>}
      {stale && (
        <p className="mb-snug font-strong text-danger">
          Recorded meanwhile by somebody else: compare with what was said last, then save again.
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
      <div className="grid gap-step lg:grid-cols-[3fr_2fr]">
        <SkillLevels levels={levels} expectedLevel={expectedLevel} />
        <div>
          <h3 className="mb-hair text-body font-strong">Said last</h3>
          <dl className="mb-step text-dense">
            {(['self', 'manager', 'agreed'] as const).map((source) => {
              const said = newest[source];
              return (
                <div key={source} className="flex flex-wrap gap-x-close">
                  <dt className="w-20 font-strong">{sourceNames[source]}</dt>
                  <dd className="min-w-0 flex-1 break-words">
                    {said === null
                      ? 'Nothing yet'
                      : `${said.level === null ? 'Not observed' : levelName(said.level)}, ${formatDate(said.assessedOn)}, ${said.assessorName}`}
                    {said?.note && <span className="block whitespace-pre-wrap text-muted">{said.note}</span>}
                  </dd>
                </div>
              );
            })}
          </dl>
          {sources.length > 0 && (
            <>
              <input type="hidden" name={assessField.revision(skillId)} value={skill.revision} />
              <div className="grid gap-x-snug sm:grid-cols-2 lg:grid-cols-1">
                {sources.map((source) => (
                  <SelectField
                    key={source}
                    name={assessField.level(source, skillId)}
                    label={
                      <>
                        {sourceNames[source]} level <span className="sr-only">in {name}</span>
                      </>
                    }
                    prompt="No new answer"
                    options={[
                      { value: '0', label: '0 Not yet at the first level' },
                      ...levels.map(({ ordinal, name: step, defined }) => ({
                        value: String(ordinal),
                        label: `${ordinal} ${step}${defined ? '' : ' (not defined by the framework)'}`,
                      })),
                      { value: notObserved, label: 'Not observed' },
                    ]}
                    defaultValue={typed[assessField.level(source, skillId)] ?? ''}
                  />
                ))}
              </div>
              <TextareaField
                name={assessField.note(skillId)}
                label={
                  <>
                    Note (optional) <span className="sr-only">on {name}</span>
                  </>
                }
                rows={2}
                maxLength={4000}
                defaultValue={typed[assessField.note(skillId)] ?? ''}
              />
            </>
          )}
        </div>
      </div>
    </section>
  );
}
