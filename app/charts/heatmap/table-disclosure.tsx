import type { ReactNode } from 'react';

interface TableDisclosureProps {
  id: string;
  summary: string;
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

/** The equal of a picture: a real table, folded away until asked for, scrolling inside its own frame. */
export function TableDisclosure({ id, summary, caption, head, children }: TableDisclosureProps) {
  return (
    <details id={id} className="my-step text-dense print:hidden">
      <summary className="text-link underline underline-offset-4 hover:text-link-hover">{summary}</summary>
      <div className="relative mt-snug max-h-[92vh] max-w-full overflow-auto" role="region" aria-label={caption} tabIndex={0}>
        <table className="w-max">
          <caption className="pb-close font-strong">{caption}</caption>
          <thead className="border-b-2 border-ink">{head}</thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}
