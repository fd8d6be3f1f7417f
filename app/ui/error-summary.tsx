import { useEffect, useRef } from 'react';

interface FieldProblem {
  /** The id of the field, which is its name; null for the form as a whole. */
  field: string | null;
  message: string;
}

interface ErrorSummaryProps {
  /** Nothing is drawn for an empty list. */
  problems: readonly FieldProblem[];
  title?: string;
}

/**
 * What has to be put right before the form can be saved; first on the page, each entry leading to its field.
 * Takes the focus when it appears: without JavaScript by the autofocus attribute, with it by the effect.
 */
export function ErrorSummary({ problems, title = 'There is a problem' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      // The reader has just sent the form and must learn that it was not saved.
      autoFocus
      className="mb-part max-w-prose border-4 border-danger p-step"
    >
      <h2 id="error-summary-title" className="mb-snug text-heading-m font-heading">
        {title}
      </h2>
      <ul className="grid gap-close">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`} className="font-strong text-danger">
            {field === null ? (
              message
            ) : (
              <a href={`#${field}`} className="text-danger underline hover:text-danger-hover focus-visible:bg-focus focus-visible:text-ink">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
