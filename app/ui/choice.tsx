import type { ComponentPropsWithoutRef, ReactNode } from 'react';

interface ChoiceProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'type'> {
  type: 'radio' | 'checkbox';
  id: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One radio button or checkbox with its label: the browser's own control, at a size one can hit. */
export function Choice({ type, id, label, hint, ...input }: ChoiceProps) {
  const ownHint = hint ? `${id}-choice-hint` : undefined;
  const descriptions = [input['aria-describedby'], ownHint].filter(Boolean).join(' ');
  return (
    <div className="flex gap-close">
      <span className="flex size-11 shrink-0 items-center justify-center">
        <input {...input} type={type} id={id} aria-describedby={descriptions || undefined} className="size-6 accent-action" />
      </span>
      <div className="min-w-0 flex-1 pt-2">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {hint && (
          <div id={ownHint} className="text-muted">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
