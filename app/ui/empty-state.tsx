import type { ReactNode } from 'react';
import { ButtonLink } from './button.tsx';

interface EmptyStateProps {
  /** What is not there yet: "No people in this team yet". */
  title: string;
  /** Why that is, and what to do first. */
  children: ReactNode;
  action?: { to: string; label: string };
}

/** Stands where content will be, and says what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className="mb-part max-w-prose border-l-4 border-line pl-step">
      <h2 className="mb-close text-heading-m font-heading">{title}</h2>
      <div className="mb-4">{children}</div>
      {action && <ButtonLink to={action.to}>{action.label}</ButtonLink>}
    </section>
  );
}
