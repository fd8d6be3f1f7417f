import type { ReactNode } from 'react';
import { Details } from '#app/ui/details.tsx';
import type { PresentedGroup, PresentedItem } from './presented-release.ts';
import { ReleaseChange } from './release-change.tsx';

/** A group of more changes than this is folded. */
const long = 12;

/** All changes of one kind, with the rule that carries them. A long group is folded. */
export function ReleaseGroup({ group, isOpen }: { group: PresentedGroup; isOpen: boolean }) {
  const { kind, heading, rule, count, items } = group;
  return (
    <section id={kind} className="mb-part">
      <h2 className="mb-hair text-heading-m font-heading">
        {heading} <span className="font-regular tabular-nums text-muted">{count}</span>
      </h2>
      <p className="mb-close max-w-prose text-muted">{rule}</p>
      <Folded isFolded={count > long} summary={`Show all ${count}`}>
        <ul>
          {items.map((item) =>
            isBare(item) ? (
              <li key={item.key} className="border-t border-line py-close wrap-anywhere">
                {item.title}
              </li>
            ) : (
              <ReleaseChange key={item.key} item={item} isOpen={isOpen} />
            ),
          )}
        </ul>
        {count > items.length && <p className="border-t border-line py-close text-muted">And {count - items.length} more.</p>}
      </Folded>
    </section>
  );
}

function Folded({ isFolded, summary, children }: { isFolded: boolean; summary: string; children: ReactNode }) {
  return isFolded ? <Details summary={summary}>{children}</Details> : children;
}

/** Nothing is to be said of it but what it is. */
const isBare = ({ before, after, evidence, options, impact }: PresentedItem): boolean =>
  before.length + after.length + evidence.length + options.length === 0 && impact === null;
