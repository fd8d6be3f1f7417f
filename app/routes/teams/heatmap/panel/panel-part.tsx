import type { ReactNode } from 'react';

/** One part of a panel under a heading of its own. */
export function PanelPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-step border-t border-line pt-snug text-dense">
      <h3 className="mb-hair text-body font-strong">{title}</h3>
      {children}
    </section>
  );
}
