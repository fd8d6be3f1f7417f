import { type TabLink, TabLinks } from '#app/ui/tab-links.tsx';

interface SwitchLinksProps {
  /** What is chosen: "What the cells say". */
  label: string;
  /** Said before the links; none where the links speak for themselves. */
  lead?: string;
  items: readonly TabLink[];
}

/** One of a few, as links in a row: each has an address, and none loads the page anew. */
export function SwitchLinks({ label, lead, items }: SwitchLinksProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <TabLinks look="choices" lead={lead} items={items} />
    </nav>
  );
}
