import { TextLink } from './text-link.tsx';

interface Crumb {
  label: string;
  /** Left out for the place one is at. */
  to?: string;
}

/** Where one is: the service and the teams down to this one. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-snug text-dense print:hidden">
      <ol className="flex flex-wrap gap-x-close gap-y-hair">
        {items.map(({ label, to }, index) => (
          <li key={to ?? label} className="flex min-w-0 gap-x-close">
            {index > 0 && (
              <span aria-hidden="true" className="text-muted">
                ›
              </span>
            )}
            <span className="min-w-0 wrap-anywhere">
              {to ? <TextLink to={to}>{label}</TextLink> : <span aria-current="page">{label}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
