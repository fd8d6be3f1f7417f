import type { ReactNode } from 'react';

interface Definition {
  term: string;
  detail: ReactNode;
}

/** Facts about one thing, each with its name. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="mb-part max-w-prose">
      {items.map(({ term, detail }) => (
        <div key={term} className="grid grid-cols-1 gap-x-4 border-b border-line py-close sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] print:break-inside-avoid">
          <dt className="font-strong">{term}</dt>
          <dd className="min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
