import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { erasureReasons } from '#app/domain/privacy/erasure-reason.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface EraseFormProps {
  name: string;
  hasLeft: boolean;
  isUser: boolean;
  problems: readonly Problem[];
  typed: Record<string, string> | undefined;
}

/** Asks for the reason and for the name, so that nobody is erased by a slip. */
export function EraseForm({ name, hasLeft, isUser, problems, typed }: EraseFormProps) {
  return (
    <Form method="post">
      <RadioGroup
        name="reason"
        label="Why is the record erased?"
        options={Object.entries(erasureReasons).map(([value, label]) => ({ value, label }))}
        defaultValue={typed?.reason}
        error={problemAt(problems, 'reason')}
      />
      {!hasLeft && (
        <CheckboxField
          name="isEarly"
          label="Erase them although they have not left"
          hint="They disappear from every team, heatmap and report at once, past dates included."
          defaultChecked={typed?.isEarly === 'on'}
          error={problemAt(problems, 'isEarly')}
        />
      )}
      {isUser && (
        <CheckboxField
          name="removesUser"
          label="Remove them as a user as well"
          hint="They can no longer sign in here, and their name is taken off what they recorded. An account that belongs to no other organisation is deleted."
          defaultChecked={typed ? typed.removesUser === 'on' : true}
        />
      )}
      <TextField
        name="typedName"
        label={`Type the name to erase it: ${name}`}
        autoComplete="off"
        defaultValue={typed?.typedName}
        error={problemAt(problems, 'typedName')}
      />
      <Button look="warning">Erase for good</Button>
    </Form>
  );
}
