import { type TabLink, TabLinks } from '#app/ui/tab-links.tsx';

interface ViewTabsProps {
  /** The heading of the page; the views stand beside it where there is room. */
  title: string;
  /** What the views differ in. */
  label?: string;
  items: readonly TabLink[];
}

/** What is set against what: pages of one address, as links, which load nothing but the figures. */
export function ViewTabs({ title, label = 'What to compare', items }: ViewTabsProps) {
  return (
    <div className="mb-hair flex flex-wrap items-end justify-between gap-x-step border-b border-line">
      <h1 className="min-w-0 text-heading-m font-heading">{title}</h1>
      {items.length > 1 && (
        <nav aria-label={label} className="print:hidden">
          <TabLinks look="views" items={items} />
        </nav>
      )}
    </div>
  );
}
