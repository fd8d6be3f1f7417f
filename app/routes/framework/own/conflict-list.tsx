import type { OwnConflict } from '#app/domain/framework/own/own-addition.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { ownLink } from './own-link.ts';
import type { OwnRow } from './own-row.ts';

/** What to do about each kind of clash. */
const whatToDo: Record<OwnConflict['kind'], string> = {
  'now-released': 'Remove yours if the framework’s is enough, or leave it for what it says more.',
  'base-gone': 'Change yours so that it stands on something that is there, or remove it.',
  'released-otherwise': 'Look at what the framework says now, then change yours, save it again as it is, or remove it.',
  'same-now': 'Remove yours: it is no longer needed.',
};

interface ConflictListProps {
  frameworkKey: string;
  rows: readonly OwnRow[];
}

/** Where additions and the release cannot both stand as they were meant, with what to do; nothing where none clashes. */
export function ConflictList({ frameworkKey, rows }: ConflictListProps) {
  const found = rows.flatMap((row) => row.conflicts.map((conflict) => ({ row, conflict })));
  if (found.length === 0) return null;
  return (
    <section className="mb-part max-w-prose border-l-8 border-danger bg-danger-panel px-gutter py-snug">
      <h2 className="mb-snug text-heading-m font-heading">{found.length === 1 ? 'One thing clashes' : `${found.length} things clash`} with the release</h2>
      <ul className="grid gap-step">
        {found.map(({ row, conflict }) => (
          <li key={`${row.id} ${conflict.message}`} className="min-w-0 wrap-anywhere">
            {conflict.message} {whatToDo[conflict.kind]}
            <span className="mt-hair flex flex-wrap gap-x-step gap-y-close">
              <TextLink to={row.changeTo} aria-label={`Change: ${row.about}`}>
                Change
              </TextLink>
              <TextLink to={ownLink(frameworkKey, 'remove', { addition: row.id })} aria-label={`Remove: ${row.about}`}>
                Remove
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
