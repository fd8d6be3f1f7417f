import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface CoverageRuleFormProps {
  teamName: string;
  skills: readonly { value: string; label: string }[];
  levels: readonly { value: string; label: string }[];
  problems: readonly Problem[];
  /** What was typed into a form that was refused. */
  typed: Readonly<Record<string, string>>;
}

/** Asks for a number of people at a level of a skill. */
export function CoverageRuleForm({ teamName, skills, levels, problems, typed }: CoverageRuleFormProps) {
  return (
    <Form method="post">
      <h2 className="mb-snug text-heading-m font-heading">Add a rule for {teamName}</h2>
      <SelectField
        name="skillId"
        label="Skill"
        hint="Any skill of the framework, also one that no role here is expected to hold"
        prompt="Choose a skill"
        options={skills}
        defaultValue={typed.skillId}
        error={problemAt(problems, 'skillId')}
      />
      <SelectField
        name="minimumLevel"
        label="At this level or above"
        prompt="Choose a level"
        options={levels}
        defaultValue={typed.minimumLevel}
        error={problemAt(problems, 'minimumLevel')}
      />
      <TextField
        name="minimumPeople"
        label="How many people"
        hint="Two or more keep the service from resting on one person"
        inputMode="numeric"
        width="short"
        defaultValue={typed.minimumPeople ?? '2'}
        error={problemAt(problems, 'minimumPeople')}
      />
      <TextField
        name="reason"
        label="Why the service needs this (optional)"
        defaultValue={typed.reason}
        error={problemAt(problems, 'reason')}
      />
      <Button>Add rule</Button>
    </Form>
  );
}
