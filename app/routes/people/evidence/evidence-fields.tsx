import { evidenceParts } from '#app/domain/assessment/evidence/evidence-piece.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';

/** One text or four parts. */
export type EvidenceForm = 'one' | 'four';

interface EvidenceFieldsProps {
  form: EvidenceForm;
  values: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  today: string;
}

const parts = {
  situation: { label: 'Situation', hint: 'What was going on, and why it mattered', rows: 3 },
  task: { label: 'Task', hint: 'What fell to you, or to the person this is about', rows: 3 },
  action: { label: 'Action', hint: 'What was done, step by step', rows: 5 },
  result: { label: 'Result', hint: 'What changed because of it, and how one can tell', rows: 3 },
} as const;

/** What is typed of one piece of evidence. The form that is not shown keeps what was typed into it. */
export function EvidenceFields({ form, values, problems, today }: EvidenceFieldsProps) {
  const shown: readonly string[] = form === 'one' ? ['summary'] : evidenceParts;
  const kept = ['summary', ...evidenceParts].filter((name) => !shown.includes(name));
  return (
    <>
      <input type="hidden" name="fields" value={form} />
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      {form === 'one' && (
        <TextareaField
          key="summary"
          name="summary"
          label="What happened"
          hint="What was going on, what was done, and what came of it"
          rows={8}
          error={problemAt(problems, 'summary')}
          defaultValue={values.summary}
        />
      )}
      {form === 'four' &&
        evidenceParts.map((part) => (
          <TextareaField key={part} name={part} {...parts[part]} error={problemAt(problems, part)} defaultValue={values[part]} />
        ))}
      <p className="mb-step">
        <Button look="secondary" name="switch" value={form === 'one' ? 'four' : 'one'} formNoValidate>
          {form === 'one' ? 'Write it in four parts instead' : 'Write it in one text instead'}
        </Button>
      </p>
      <TextareaField
        name="links"
        label="Links (optional)"
        hint="At most 10, each on a line of its own, beginning with https:// or http://"
        rows={3}
        error={problemAt(problems, 'links')}
        defaultValue={values.links}
      />
      <div className="flex flex-wrap gap-x-step">
        <DateField name="happenedOn" label="Day, or first day (optional)" max={today} error={problemAt(problems, 'happenedOn')} defaultValue={values.happenedOn} />
        <DateField name="happenedUntil" label="Last day, if several (optional)" max={today} error={problemAt(problems, 'happenedUntil')} defaultValue={values.happenedUntil} />
      </div>
    </>
  );
}
