import { type TabLink, TabLinks } from './tab-links.tsx';

interface SectionTabsProps {
  /** What the pages belong to: "Service desk". */
  label: string;
  items: readonly TabLink[];
}

/** The pages of one service, team or person. */
export function SectionTabs({ label, items }: SectionTabsProps) {
  return (
    <nav aria-label={label} className="mb-step border-b border-line print:hidden">
      <TabLinks look="pages" items={items} />
    </nav>
  );
}
