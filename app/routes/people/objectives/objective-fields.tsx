import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { StatementList } from '#app/ui/statement-list.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import type { TargetLevel } from './objective-form.server.ts';

interface ObjectiveFieldsProps {
  levels: readonly TargetLevel[];
  values: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  /** The first ISO day that may be entered; left out for a change, whose day may have passed. */
  earliest?: string;
}

/** What is to be done, up to which level and until when. */
export function ObjectiveFields({ levels, values, problems, earliest }: ObjectiveFieldsProps) {
  const told = levels.filter(({ statements }) => statements.length > 0);
  return (
    <>
      <TextareaField
        name="words"
        label="What is to be done"
        hint="Work that shows it, a course, somebody to learn from. Leave out anything about health or home."
        rows={5}
        error={problemAt(problems, 'words')}
        defaultValue={values.words}
      />
      {levels.length > 0 && (
        <RadioGroup
          name="targetLevel"
          label="Level to reach"
          error={problemAt(problems, 'targetLevel')}
          options={[
            ...levels.map((level) => ({ value: String(level.ordinal), label: level.name, hint: hintOf(level) })),
            { value: '', label: 'None: keep in practice' },
          ]}
          defaultValue={values.targetLevel ?? ''}
        />
      )}
      {told.length > 0 && (
        <Details summary="What the levels ask">
          {told.map(({ ordinal, name, statements, ours }) => (
            <div key={ordinal} className="mb-close max-w-prose">
              <h2 className="font-strong">{name}</h2>
              <StatementList statements={statements} ours={ours} />
            </div>
          ))}
        </Details>
      )}
      <DateField name="dueOn" label="To be done by" min={earliest} error={problemAt(problems, 'dueOn')} defaultValue={values.dueOn} />
    </>
  );
}

function hintOf({ isExpected, isAgreed, isDefined }: TargetLevel): string | undefined {
  const said = [isAgreed ? 'Agreed now' : null, isExpected ? 'Expected of the role level' : null, isDefined ? null : 'Not defined by the framework'].filter((part) => part !== null);
  return said.length === 0 ? undefined : said.join('. ');
}
