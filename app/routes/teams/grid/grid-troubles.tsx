import { useSyncExternalStore } from 'react';
import { Button } from '#app/ui/button.tsx';
import type { GridStore } from './grid-store.ts';
import { HeldCells } from './held-cells.tsx';

const stops = {
  'signed-out': 'You are signed out. What you typed is kept in this browser. Sign in again in another window, then send it.',
  'not-allowed': 'You may not, or no longer, assess this team. What you typed is shown here and not sent.',
  'somebody-else': 'Somebody else has signed in with this browser. What you typed is not sent in their name: sign in as yourself, then send it.',
} as const;

/** Why something is unsent, and what waits for a decision. Nothing where all is well. */
export function GridTroubles({ store }: { store: GridStore }) {
  const { unsent, failures, stopped, isKept, held } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  const isWaiting = unsent > held.length && (failures > 0 || stopped !== null);
  return (
    <>
      {isWaiting && (
        <div className="mb-step border-l-8 border-ink bg-panel px-gutter py-snug">
          <p className="mb-close">
            {stopped === null ? 'The server cannot be reached. Go on typing: it is sent when the connection is back, and survives a reload of this page.' : stops[stopped]}
            {!isKept && ' This browser keeps nothing: do not close or reload this page.'}
          </p>
          <Button type="button" look="secondary" onClick={() => store.sender.wake()}>
            Send now
          </Button>
        </div>
      )}
      <HeldCells store={store} held={held} />
    </>
  );
}
