import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { controlLook } from './control-look.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';

interface TextareaFieldProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'className'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
}

/** Several lines of text. */
export function TextareaField({ label, hint, error, id, rows = 4, ...textarea }: TextareaFieldProps) {
  const fieldId = id ?? textarea.name;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <textarea
        {...textarea}
        id={fieldId}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        className={`block w-full max-w-prose ${controlLook(Boolean(error))}`}
      />
    </FieldFrame>
  );
}
