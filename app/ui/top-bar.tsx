import { Link } from '@remix-run/react';
import { ProductMark } from './product-mark.tsx';

interface TopBarProps {
  organisationName: string;
  viewerName: string;
  menu: readonly { to: string; label: string }[];
}

const plainLink = 'inline-flex min-h-target items-center text-link hover:text-link-hover hover:underline focus-visible:bg-focus focus-visible:text-ink';

/** The one bar at the top: organisation, places, search, account. */
export function TopBar({ organisationName, viewerName, menu }: TopBarProps) {
  return (
    <header className="border-b-4 border-ink print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-step px-gutter py-close md:px-gutter-wide">
        <div className="flex min-w-0 flex-wrap items-center gap-x-snug">
          <ProductMark />
          <span className="text-muted">{organisationName}</span>
        </div>
        <div className="ml-auto flex min-w-0 flex-wrap items-center gap-x-snug text-dense">
          <span>{viewerName}</span>
          <form method="post" action="/sign-out">
            <button type="submit" className={`${plainLink} cursor-pointer underline`}>
              Sign out
            </button>
          </form>
        </div>
      </div>
      <div className="border-t border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-step gap-y-close px-gutter py-hair md:px-gutter-wide">
          <nav aria-label="Main">
            <ul className="flex flex-wrap gap-x-step">
              {menu.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className={`${plainLink} font-strong`}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <form method="get" action="/search" role="search" className="flex w-full gap-hair py-hair sm:ml-auto sm:w-auto">
            <label htmlFor="search" className="sr-only">
              Search people, teams and skills
            </label>
            <input
              id="search"
              name="q"
              type="search"
              placeholder="Search"
              autoComplete="off"
              className="min-h-target min-w-0 flex-1 rounded-none border-2 border-edge bg-paper px-close text-dense placeholder:text-muted sm:w-56"
            />
            <button
              type="submit"
              className="min-h-target cursor-pointer border-2 border-ink bg-paper px-snug text-dense font-strong hover:bg-panel focus-visible:bg-focus"
            >
              Search
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}
