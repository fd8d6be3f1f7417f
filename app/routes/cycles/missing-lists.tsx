import type { MissingAtClose } from '#app/domain/assessment/cycle/missing-at-close.ts';
import { NameLines } from './name-lines.tsx';

const titles: Record<keyof MissingAtClose, string> = {
  self: 'Own levels not handed in',
  manager: 'Manager’s levels not handed in',
  conversation: 'Not every level agreed',
  moderation: 'Not moderated',
  disputes: 'Disputes that nobody has decided',
};

interface MissingListsProps {
  missing: MissingAtClose;
  /** The headings stand under another of the page. */
  isPart?: boolean;
}

/** What a round is or was closed without, by step, each with the people. */
export function MissingLists({ missing, isPart = false }: MissingListsProps) {
  const Heading = isPart ? 'h3' : 'h2';
  const steps = (Object.keys(titles) as (keyof MissingAtClose)[]).filter((step) => missing[step].length > 0);
  return steps.map((step) => (
    <section key={step} className="mb-step">
      <Heading className={`mb-close ${isPart ? 'font-strong' : 'text-heading-m font-heading'}`}>
        {titles[step]} ({missing[step].length})
      </Heading>
      <NameLines people={missing[step]} />
    </section>
  ));
}
