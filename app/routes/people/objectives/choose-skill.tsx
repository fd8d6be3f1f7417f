import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

interface ChooseSkillProps {
  skills: Parameters<typeof SelectField>[0]['options'];
  /** Where the page came from, kept in the address. */
  from: string | null;
}

/** Asks in which skill an objective is added: the levels to choose from are that skill's. */
export function ChooseSkill({ skills, from }: ChooseSkillProps) {
  return (
    <Form method="get">
      {from !== null && <input type="hidden" name="from" value={from} />}
      <SelectField name="skill" label="Skill" prompt="Choose a skill" options={skills} required />
      <Button>Continue</Button>
    </Form>
  );
}
