import { Link } from '@remix-run/react';

export interface TabLink {
  to: string;
  label: string;
  /** What is shown now. */
  current?: boolean;
}

interface TabLinksProps {
  items: readonly TabLink[];
  /** Pages of something, views on one page, or a choice of a few that changes what a view says. */
  look: 'pages' | 'views' | 'choices';
  /** Said before the links, for the eye alone. */
  lead?: string | undefined;
}

const tab = 'border-b-4 px-snug max-sm:px-close hover:text-link-hover hover:underline';

const looks = {
  pages: { list: '-mb-px flex flex-wrap', link: `${tab} min-h-target max-sm:min-h-9 max-sm:text-dense`, current: 'border-action', other: '' },
  views: { list: '-mb-px flex flex-wrap', link: `${tab} min-h-9 text-dense`, current: 'border-action', other: '' },
  choices: { list: 'flex flex-wrap items-center gap-x-snug', link: 'min-h-9 min-w-6 justify-center border-b-2 text-dense', current: 'border-ink', other: 'underline underline-offset-4 hover:text-link-hover' },
};

/** One of a few as links in a row, with the one shown underlined. Links, not tabs in the sense of ARIA: each has an address. */
export function TabLinks({ items, look, lead }: TabLinksProps) {
  const { list, link, current: chosen, other } = looks[look];
  const isPage = look === 'pages';
  return (
    <ul className={list}>
      {lead !== undefined && (
        <li className="text-dense text-muted" aria-hidden="true">
          {lead}
        </li>
      )}
      {items.map(({ to, label, current = false }) => (
        <li key={to}>
          <Link
            to={to}
            preventScrollReset={!isPage}
            aria-current={current ? (look === 'choices' ? 'true' : 'page') : undefined}
            className={`flex items-center focus-visible:bg-focus focus-visible:text-ink ${link} ${current ? `${chosen} font-strong text-ink` : `border-transparent text-link forced-colors:border-[Canvas] ${other}`}`}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
