import { Link } from '@remix-run/react';

interface ViewTabsProps {
  /** The heading of the page; the views stand beside it where there is room. */
  title: string;
  items: readonly { to: string; label: string; current: boolean }[];
}

/** What is set against what: pages of one address, as links, which load nothing but the figures. */
export function ViewTabs({ title, items }: ViewTabsProps) {
  return (
    <div className="mb-hair flex flex-wrap items-end justify-between gap-x-step border-b border-line">
      <h1 className="min-w-0 text-heading-m font-heading">{title}</h1>
      {items.length > 1 && (
        <nav aria-label="What to compare" className="print:hidden">
          <ul className="-mb-px flex flex-wrap">
            {items.map(({ to, label, current }) => (
              <li key={label}>
                <Link
                  to={to}
                  preventScrollReset
                  aria-current={current ? 'page' : undefined}
                  className={`flex min-h-9 items-center border-b-4 px-snug text-dense max-sm:px-close hover:text-link-hover hover:underline focus-visible:bg-focus focus-visible:text-ink ${
                    current ? 'border-action font-strong text-ink' : 'border-transparent text-link forced-colors:border-[Canvas]'
                  }`}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
