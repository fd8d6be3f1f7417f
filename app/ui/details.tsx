import type { ReactNode } from 'react';

interface DetailsProps {
  /** What opens: says what is inside. */
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** Something that only some readers need, folded away. The browser's own, so that it works without JavaScript. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="mb-step print:not-open:hidden" open={open}>
      <summary className="min-h-target py-close text-link underline hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink">
        {summary}
      </summary>
      <div className="border-l-4 border-line py-close pl-step">{children}</div>
    </details>
  );
}
