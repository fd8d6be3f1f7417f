import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { stepName } from '#app/domain/framework/own/step-name.ts';
import { SelectField } from '#app/ui/select-field.tsx';

interface ExpectationFieldsProps {
  /** By name. */
  skills: readonly { name: string; expectedLevel: number | null; releasedLevel: number | null }[];
  scale: readonly ScaleStep[];
  /** Whether the release has the role level; then each field says what it expects. */
  isReleased: boolean;
  /** What was typed into a form that was refused. */
  typed: Readonly<Record<string, string>>;
  /** Tells the ids of this list from those of another on the page. */
  idPrefix: string;
}

/** One choice of an expected level for each skill. */
export function ExpectationFields({ skills, scale, isReleased, typed, idPrefix }: ExpectationFieldsProps) {
  return (
    <div className="grid gap-x-step sm:grid-cols-2">
      {skills.map(({ name, expectedLevel, releasedLevel }, index) => (
        <SelectField
          key={name}
          id={`${idPrefix}-${index}`}
          name={`level.${name}`}
          label={name}
          hint={isReleased ? `The framework: ${stepName(scale, releasedLevel)}` : undefined}
          prompt="Not expected"
          options={scale.map((step) => ({ value: String(step.ordinal), label: stepName(scale, step.ordinal) }))}
          defaultValue={typed[`level.${name}`] ?? String(expectedLevel ?? '')}
        />
      ))}
    </div>
  );
}
