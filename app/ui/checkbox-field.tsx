import type { ReactNode } from 'react';
import { Choice } from './choice.tsx';
import { FieldError } from './field-error.tsx';

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** What is sent when ticked. */
  value?: string;
  defaultChecked?: boolean;
  id?: string;
}

/** A statement one may tick. */
export function CheckboxField({ name, label, hint, error, value = 'on', defaultChecked, id = name }: CheckboxFieldProps) {
  const errorId = `${id}-error`;
  return (
    <div className={`mb-step ${error ? 'border-l-4 border-danger pl-snug' : ''}`}>
      {error && <FieldError id={errorId} message={error} />}
      <Choice
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={defaultChecked}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
    </div>
  );
}
