import type { ReactNode } from 'react';
import { Choice } from './choice.tsx';
import { FieldFrame } from './field-frame.tsx';

interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps {
  name: string;
  /** The question. */
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** Side by side where there is room; for two or three short answers. */
  inline?: boolean;
  id?: string;
  disabled?: boolean;
}

/** One of a few, all in view. The first answer carries the id of the group, so that an error can lead to it. */
export function RadioGroup({ name, label, hint, error, options, defaultValue, inline, id = name, disabled }: RadioGroupProps) {
  return (
    <FieldFrame as="group" id={id} label={label} hint={hint} error={error}>
      <div className={inline ? 'flex flex-wrap gap-x-step' : 'grid gap-hair'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            defaultChecked={option.value === defaultValue}
            disabled={disabled}
          />
        ))}
      </div>
    </FieldFrame>
  );
}
