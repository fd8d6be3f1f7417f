import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { controlLook } from './control-look.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';

interface SelectOption {
  value: string;
  label: string;
}

interface SelectFieldProps extends Omit<ComponentPropsWithoutRef<'select'>, 'className' | 'children'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  options: readonly (SelectOption | { group: string; options: readonly SelectOption[] })[];
  /** The first entry, which chooses nothing: "Choose a team". */
  prompt?: string;
}

/** One of many. For seven answers or fewer RadioGroup shows them all at once and is easier. */
export function SelectField({ label, hint, error, options, prompt, id, ...select }: SelectFieldProps) {
  const fieldId = id ?? select.name;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <select
        {...select}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        className={`block w-full max-w-full sm:w-auto sm:min-w-60 ${controlLook(Boolean(error))}`}
      >
        {prompt !== undefined && <option value="">{prompt}</option>}
        {options.map((entry) =>
          'group' in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(drawOption)}
            </optgroup>
          ) : (
            drawOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function drawOption({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
