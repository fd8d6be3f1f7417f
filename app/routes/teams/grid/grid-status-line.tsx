import { useSyncExternalStore } from 'react';
import type { GridStore } from './grid-store.ts';

/** How the grid is with the server, for the eye and for a screen reader. */
export function GridStatusLine({ store }: { store: GridStore }) {
  const { unsent, failures, stopped, held, answered, expected, said, isLive } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  const waiting = unsent - held.length;
  const isWaiting = waiting > 0 && (failures > 0 || stopped !== null);
  return (
    <>
      <p className="flex flex-wrap gap-x-step max-lg:w-full">
        <span className="font-strong">
          {answered} of {expected} answered in all
        </span>
        {isLive && (
          <span data-unsent={unsent}>
            {waiting === 0 ? (held.length > 0 ? 'Everything else is saved' : 'Everything is saved') : isWaiting ? `${waiting} not sent yet` : `Saving ${waiting}`}
          </span>
        )}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
