import { Link } from '@remix-run/react';

interface SwitchLinksProps {
  /** What is chosen: "What the cells say". */
  label: string;
  /** Said before the links; null where the links speak for themselves. */
  lead?: string;
  items: readonly { to: string; label: string; current: boolean }[];
}

/** One of a few, as links in a row: each has an address, and none loads the page anew. */
export function SwitchLinks({ label, lead, items }: SwitchLinksProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap items-center gap-x-snug">
        {lead !== undefined && <li className="text-dense text-muted" aria-hidden="true">{lead}</li>}
        {items.map(({ to, label: name, current }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={current ? 'true' : undefined}
              className={`flex min-h-9 min-w-6 items-center justify-center border-b-2 text-dense focus-visible:bg-focus focus-visible:text-ink ${
                current ? 'border-ink font-strong text-ink' : 'border-transparent text-link underline underline-offset-4 hover:text-link-hover forced-colors:border-[Canvas]'
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
