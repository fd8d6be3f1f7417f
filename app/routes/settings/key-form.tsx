import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface KeyFormProps {
  problems: readonly Problem[];
  values: { name: string; access: string };
}

/** Makes a key: what it is for, and what it may do. */
export function KeyForm({ problems, values }: KeyFormProps) {
  return (
    <section aria-labelledby="make-key" className="mb-part">
      <h2 id="make-key" className="mb-close text-heading-m font-heading">
        Make a key
      </h2>
      {/* Without the question mark of a revoking that was begun. */}
      <Form method="post" action="/settings/keys">
        <TextField
          name="name"
          label="What the key is for"
          hint="Such as the program that will use it. What the program records is recorded under this name."
          width="half"
          maxLength={60}
          autoComplete="off"
          defaultValue={values.name}
          error={problemAt(problems, 'name')}
        />
        <RadioGroup
          name="access"
          label="What it may do"
          options={[
            { value: 'read', label: 'Read', hint: 'Everything about people, ratings and teams of this organisation' },
            { value: 'write', label: 'Read and record', hint: 'Also add people and record levels, agreed ones too' },
          ]}
          defaultValue={values.access}
          error={problemAt(problems, 'access')}
        />
        <Button>Make the key</Button>
      </Form>
    </section>
  );
}
