import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import type { CaseView } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { saidLevel } from './case-record.tsx';

export interface TypedDecision {
  kind: string;
  level: string;
  reason: string;
}

interface DecisionFormProps extends Pick<CaseView, 'skill' | 'newest' | 'dispute' | 'agreedSequence'> {
  typed: TypedDecision | null;
  problems: readonly Problem[];
  /** The framework does not define the level that was chosen: it has to be confirmed. */
  asksConfirmation: boolean;
}

/** Keep the agreed level or change it, and why. */
export function DecisionForm({ skill, newest, dispute, agreedSequence, typed, problems, asksConfirmation }: DecisionFormProps) {
  return (
    <Form method="post">
      <input type="hidden" name="agreedSequence" value={agreedSequence ?? 0} />
      <input type="hidden" name="disputeId" value={dispute?.id ?? ''} />
      <RadioGroup
        name="kind"
        label="The agreed level"
        options={[
          { value: 'kept', label: `stays: ${saidLevel(skill.levels, newest.agreed)}` },
          { value: 'changed', label: 'changes to the level chosen below' },
        ]}
        defaultValue={typed?.kind}
        error={problemAt(problems, 'kind')}
      />
      <SelectField
        name="answer"
        label="New level"
        hint="Only where it changes."
        prompt="No new level"
        options={[
          { value: '0', label: '0 Not yet at the first level' },
          ...skill.levels.map(({ ordinal, name, defined }) => ({ value: String(ordinal), label: `${ordinal} ${name}${defined ? '' : ' (not defined by the framework)'}` })),
          { value: 'not-observed', label: 'Not observed' },
        ]}
        defaultValue={typed?.level ?? ''}
        error={problemAt(problems, 'answer')}
      />
      {asksConfirmation && <CheckboxField name="undefinedConfirmed" label="I mean this level, although the framework does not define it" />}
      <TextareaField name="reason" label="Why" hint="The person reads it, with your name." rows={5} maxLength={4000} defaultValue={typed?.reason ?? ''} error={problemAt(problems, 'reason')} />
      <Button>{dispute === null ? 'Record the decision' : 'Decide the dispute'}</Button>
    </Form>
  );
}
