import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

interface AddSkillFormProps {
  others: readonly { id: string; name: string }[];
  /** Skills that the address already adds. */
  added: readonly string[];
}

/** Shows a further skill of the framework on the page, to be answered like the expected ones. */
export function AddSkillForm({ others, added }: AddSkillFormProps) {
  return (
    <Form method="get" className="mt-part flex flex-wrap items-end gap-snug">
      {added.map((skillId) => (
        <input key={skillId} type="hidden" name="skill" value={skillId} />
      ))}
      <SelectField
        name="skill"
        id="add-skill"
        label="Another skill"
        hint="Not expected of this role level, but held or needed"
        prompt="Choose a skill"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="mb-step">
        <Button look="secondary">Show this skill</Button>
      </div>
    </Form>
  );
}
