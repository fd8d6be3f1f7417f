import { Link } from '@remix-run/react';

interface FilterChipsProps {
  /** One a chosen value: what it says, and where the picture without it is. */
  chips: readonly { words: string; to: string }[];
  /** Where the picture without any filter is. */
  allTo: string;
}

/** What the picture is narrowed to, each part removable. */
export function FilterChips({ chips, allTo }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <div className="mb-close flex flex-wrap items-center gap-x-close gap-y-hair text-dense print:hidden">
      <h2 className="sr-only">Filters</h2>
      <ul className="contents">
        {chips.map(({ words, to }) => (
          <li key={to} className="min-w-0">
            <Link
              to={to}
              preventScrollReset
              className="inline-flex min-h-9 max-w-full items-center gap-close border border-edge bg-panel px-close text-ink hover:border-ink focus-visible:bg-focus"
            >
              <span className="sr-only">Remove the filter </span>
              <span className="min-w-0">{words}</span>
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link to={allTo} preventScrollReset className="inline-flex min-h-9 items-center text-link underline underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink">
        Clear all
      </Link>
    </div>
  );
}
