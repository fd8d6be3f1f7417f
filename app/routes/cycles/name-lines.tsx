import type { NamedPerson } from '#app/domain/assessment/cycle/who-waits.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** As many names as one takes in at a glance. */
const mostShown = 8;

interface NameLinesProps {
  people: readonly NamedPerson[];
  /** Where a name leads; left out, it leads nowhere. */
  to?: (person: NamedPerson) => string;
}

/** People by name with their teams; of many the first few, and the others folded away. */
export function NameLines({ people, to }: NameLinesProps) {
  const rest = people.length - mostShown;
  return (
    <>
      <Lines people={rest > 0 ? people.slice(0, mostShown) : people} to={to} />
      {rest > 0 && (
        <Details summary={`${rest} more`}>
          <Lines people={people.slice(mostShown)} to={to} />
        </Details>
      )}
    </>
  );
}

function Lines({ people, to }: NameLinesProps) {
  return (
    <ul className="mb-close grid gap-hair sm:grid-cols-2">
      {people.map((person) => (
        <li key={person.id} className="wrap-anywhere">
          {to ? <TextLink to={to(person)}>{person.name}</TextLink> : person.name}
          {person.teamName !== null && <span className="text-muted">, {person.teamName}</span>}
        </li>
      ))}
    </ul>
  );
}
