import { Link } from '@remix-run/react';
import { ProductMark } from './product-mark.tsx';
import { SearchForm } from './search-form.tsx';

interface TopBarProps {
  organisationName: string;
  viewerName: string;
  /** Whether the viewer has another organisation to go to. */
  maySwitch: boolean;
  menu: readonly { to: string; label: string }[];
}

const plainLink =
  '-mx-1 inline-flex min-h-target items-center px-1 max-sm:min-h-9 text-link hover:text-link-hover hover:underline focus-visible:bg-focus focus-visible:text-ink';
const row = 'mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-gutter md:gap-x-step md:px-gutter-wide';

/** The one bar at the top: organisation, places, search, account. On a small screen the search is folded away. */
export function TopBar({ organisationName, viewerName, maySwitch, menu }: TopBarProps) {
  return (
    <header className="border-b-4 border-ink print:hidden">
      <div className={row}>
        <ProductMark />
        {maySwitch ? (
          <Link to="/account#organisations" className={`${plainLink} min-w-0 text-dense underline`}>
            {organisationName}
            <span className="sr-only">: switch to another organisation</span>
          </Link>
        ) : (
          <span className="min-w-0 text-dense text-muted">{organisationName}</span>
        )}
        <div className="flex min-w-0 flex-wrap items-center gap-x-snug text-dense md:ml-auto">
          <Link to="/account" className={`${plainLink} min-w-0 underline`}>
            {viewerName}
          </Link>
          <form method="post" action="/sign-out">
            <button type="submit" className={`${plainLink} cursor-pointer underline`}>
              Sign out
            </button>
          </form>
        </div>
      </div>
      <div className="border-t border-line">
        <div className={row}>
          <nav aria-label="Main">
            <ul className="flex flex-wrap gap-x-4 md:gap-x-step">
              {menu.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className={`${plainLink} text-dense font-strong md:text-body`}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <details className="open:w-full sm:hidden">
            <summary className="content-center min-h-target max-sm:min-h-9 text-dense font-strong text-link focus-visible:bg-focus focus-visible:text-ink">
              Search
            </summary>
            <SearchForm id="search-small" />
          </details>
          <div className="ml-auto max-sm:hidden">
            <SearchForm id="search" />
          </div>
        </div>
      </div>
    </header>
  );
}
