import { useId } from 'react';
import type { WaitingPerson } from '#app/domain/capability/waiting-to-agree.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** A list to begin with, not all of a department. */
const mostShown = 8;

interface WaitingPeopleProps {
  people: readonly WaitingPerson[];
  /** For a list that is a section of its own, with everybody in it; left out, it belongs to the team above it. */
  title?: string;
}

/** Who has said something, or been judged, and waits for a level to be agreed. */
export function WaitingPeople({ people, title }: WaitingPeopleProps) {
  const headingId = useId();
  if (people.length === 0) return null;
  const Heading = title === undefined ? 'h3' : 'h2';
  const rest = people.length - mostShown;
  return (
    <section aria-labelledby={headingId} className="mb-step">
      <Heading id={headingId} className="mb-close text-heading-m font-heading">
        {title ?? 'Waiting to be agreed'}
      </Heading>
      <PeopleList people={people.slice(0, mostShown)} />
      {rest > 0 && title === undefined && <p className="text-dense text-muted">And {rest} more.</p>}
      {rest > 0 && title !== undefined && (
        <Details summary={`${rest} more`}>
          <PeopleList people={people.slice(mostShown)} />
        </Details>
      )}
    </section>
  );
}

function PeopleList({ people }: { people: readonly WaitingPerson[] }) {
  return (
    <ul className="grid gap-hair sm:grid-cols-2">
      {people.map(({ id, name, skills }) => (
        <li key={id}>
          <TextLink to={`/people/${id}/agree`}>{name}</TextLink>, {skills} {skills === 1 ? 'skill' : 'skills'}
        </li>
      ))}
    </ul>
  );
}
