import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

interface HistoryFilterProps {
  skills: readonly { skillId: string; name: string; isGone: boolean }[];
  skill: string;
  source: string;
  /** Parameters of the address to keep. */
  keep: Record<string, string>;
}

/** Asks the history for one skill, one source, or both. */
export function HistoryFilter({ skills, skill, source, keep }: HistoryFilterProps) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-x-step" key={`${skill} ${source}`}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="skill"
        label="Skill"
        prompt="All skills"
        options={skills.map(({ skillId, name, isGone }) => ({ value: skillId, label: isGone ? `${name} (no longer in the framework)` : name }))}
        defaultValue={skill}
      />
      <SelectField
        name="source"
        label="Source"
        prompt="All sources"
        options={[
          { value: 'agreed', label: 'Agreed' },
          { value: 'manager', label: 'Manager' },
          { value: 'self', label: 'Self' },
          { value: 'other', label: 'Disputes, decisions and evidence' },
        ]}
        defaultValue={source}
      />
      <div className="mb-step">
        <Button look="secondary">Show</Button>
      </div>
    </Form>
  );
}
