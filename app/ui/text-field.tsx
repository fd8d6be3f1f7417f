import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { controlLook } from './control-look.ts';
import { describedBy, FieldFrame } from './field-frame.tsx';

interface TextFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'width'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** As wide as the answer is expected to be long. */
  width?: 'full' | 'half' | 'short';
}

const widths = { full: 'w-full max-w-prose', half: 'w-full max-w-80', short: 'w-full max-w-28' };

/** One line of text, a number, an e-mail address, a password or a file. Its id is its name unless one is given. */
export function TextField({ label, hint, error, width = 'full', id, ...input }: TextFieldProps) {
  const fieldId = id ?? input.name;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <input
        type="text"
        {...input}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        className={`block ${widths[width]} ${controlLook(Boolean(error))}`}
      />
    </FieldFrame>
  );
}
