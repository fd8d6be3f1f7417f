import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';

interface FieldFrameProps {
  /** The id of the control. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** Fields of one question or of several: a group needs fieldset and legend, which say the question with each answer. */
  as?: 'field' | 'group';
  children: ReactNode;
}

/** Label, hint and error around a control; the same order in every form. */
export function FieldFrame({ id, label, hint, error, as = 'field', children }: FieldFrameProps) {
  const around = `mb-step ${error ? 'border-l-4 border-danger pl-snug' : ''}`;
  const notes = (
    <>
      {hint && (
        <div id={`${id}-hint`} className="mb-hair text-muted">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} message={error} />}
    </>
  );
  if (as === 'group') {
    return (
      <div className={around}>
        <fieldset className="min-w-0" aria-describedby={describedBy(id, hint, error)}>
          <legend className="mb-hair font-strong">{label}</legend>
          {notes}
          {children}
        </fieldset>
      </div>
    );
  }
  return (
    <div className={around}>
      <label htmlFor={id} className="mb-hair block font-strong">
        {label}
      </label>
      {notes}
      {children}
    </div>
  );
}

/** The ids that a control names as its description: its hint, then its error. */
export function describedBy(id: string, hint: ReactNode, error: string | null | undefined): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
