import { Link } from '@remix-run/react';

interface SectionTab {
  to: string;
  label: string;
  /** The page one is on. */
  current?: boolean;
}

interface SectionTabsProps {
  /** What the pages belong to: "Service desk". */
  label: string;
  items: readonly SectionTab[];
}

/** The pages of one service, team or person. Links, not tabs in the sense of ARIA: each is a page of its own. */
export function SectionTabs({ label, items }: SectionTabsProps) {
  return (
    <nav aria-label={label} className="mb-step border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap">
        {items.map(({ to, label: name, current }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={current ? 'page' : undefined}
              className={`flex min-h-target items-center border-b-4 px-snug max-sm:min-h-9 max-sm:px-close max-sm:text-dense hover:text-link-hover hover:underline focus-visible:bg-focus focus-visible:text-ink ${
                current ? 'border-action font-strong text-ink' : 'border-transparent text-link forced-colors:border-[Canvas]'
              }`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
