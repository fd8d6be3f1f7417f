import { Link } from '@remix-run/react';
import { useSyncExternalStore } from 'react';
import type { GridPerson } from '#app/domain/assessment/grid/team-grid.ts';
import type { GridStore } from './grid-store.ts';

const plainButton = 'cursor-pointer text-left text-link underline hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink disabled:cursor-not-allowed disabled:text-muted disabled:no-underline print:hidden';

/** Who the row is about, how far their answers are, and what is done with them next. */
export function GridRowHead({ store, person, row }: { store: GridStore; person: GridPerson; row: number }) {
  const read = () => store.row(row);
  const { answered, expected } = useSyncExternalStore(store.subscribe, read, read);
  const { unsent } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  return (
    <th scope="row">
      <Link to={`/people/${person.id}/assess`} tabIndex={-1} className="text-link underline hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink">
        {person.name}
      </Link>
      <span className="block font-regular text-muted max-sm:hidden">{person.roleLevelName}</span>
      {(person.closed === null || answered > 0) && (
        <span className="block font-regular">
          {answered} of {expected} answered
        </span>
      )}
      {person.closed !== null && <span className="block font-regular text-muted">{person.closed}</span>}
      {person.act === 'hand-in' && (
        <button type="submit" name="intent" value={`hand-in:${person.id}`} disabled={unsent > 0} className={plainButton}>
          Hand in<span className="sr-only"> {person.name}</span>
        </button>
      )}
      {person.act === 'take-back' && (
        <button type="submit" name="intent" value={`take-back:${person.id}`} className={plainButton}>
          Take back<span className="sr-only"> what is handed in of {person.name}</span>
        </button>
      )}
    </th>
  );
}
