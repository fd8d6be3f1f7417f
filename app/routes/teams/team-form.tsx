import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface TeamFormProps {
  parents: readonly { id: string; name: string }[];
  mayBeTop: boolean;
  problems: readonly Problem[];
  values: { name?: string; parentId?: string; revision?: number };
  submit: string;
}

/** Name and place of a team. */
export function TeamForm({ parents, mayBeTop, problems, values, submit }: TeamFormProps) {
  const options = parents.map((node) => ({ value: node.id, label: node.name }));
  return (
    <Form method="post">
      {values.revision !== undefined && <input type="hidden" name="revision" value={values.revision} />}
      <TextField name="name" label="Name" defaultValue={values.name} error={problemAt(problems, 'name')} />
      <SelectField
        name="parentId"
        label="Under which team or service"
        options={mayBeTop ? [{ value: '', label: 'At the top: a service of its own' }, ...options] : options}
        defaultValue={values.parentId}
        error={problemAt(problems, 'parentId')}
      />
      <Button>{submit}</Button>
    </Form>
  );
}
