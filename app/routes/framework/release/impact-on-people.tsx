import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { PresentedImpact } from './presented-release.ts';

/** Whom a change reaches: the numbers in view, the people folded below. */
export function ImpactOnPeople({ impact }: { impact: PresentedImpact }) {
  const { sentence, people, more } = impact;
  if (people.length === 0) return <p className="mb-snug text-dense">{sentence}</p>;
  return (
    <Details summary={sentence}>
      <ul className="grid gap-close text-dense">
        {people.map(({ personId, skillId, name, place, change }) => (
          <li key={`${personId} ${skillId}`} className="min-w-0 wrap-anywhere">
            <TextLink to={`/people/${personId}`}>{name}</TextLink>, {place}
            <span className="block text-muted">{change}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-close text-dense text-muted">And {more} more.</p>}
    </Details>
  );
}
