import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import { keepChanges, type KeptFor } from './grid-keeping.ts';
import { GridStore } from './grid-store.ts';
import { sendCells } from './send-cells.ts';

/** The browser's shelf; null where it has none, or lets nobody at it. */
function openShelf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * The store of a grid, taking over once the browser runs scripts: it keeps what is typed for whoever typed it, sends it, and
 * warns before it is left with something unsent. `now` is the server's time in milliseconds.
 */
export function useGridStore(grid: TeamGrid, { userId, organisationId, teamId, voice }: KeptFor, now: number): GridStore {
  const [store] = useState(() => new GridStore(grid));
  // The time of the first page: data that comes after it is no reason to begin again.
  const [began] = useState(now);
  useEffect(() => {
    if (store.grid !== grid) store.load(grid);
  }, [store, grid]);
  useEffect(() => {
    const keeping = keepChanges(openShelf(), { userId, organisationId, teamId, voice }, began);
    keeping.tidy();
    store.goLive({
      keeping,
      send: (cells) => sendCells(`/teams/${teamId}/assess/cells`, voice, { userId, organisationId }, cells),
      later: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const wake = () => store.sender.wake();
    let isSigningOut = false;
    const watchSignOut = (event: Event) => {
      if (event.target instanceof HTMLFormElement && new URL(event.target.action).pathname === '/sign-out') isSigningOut = true;
    };
    const forget = () => {
      if (isSigningOut) keeping.forgetAll();
    };
    window.addEventListener('online', wake);
    document.addEventListener('submit', watchSignOut);
    window.addEventListener('pagehide', forget);
    return () => {
      store.sender.rest();
      window.removeEventListener('online', wake);
      document.removeEventListener('submit', watchSignOut);
      window.removeEventListener('pagehide', forget);
    };
  }, [store, userId, organisationId, teamId, voice, began]);
  useWarning(store);
  return store;
}

function useWarning(store: GridStore): void {
  const { unsent } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => {
    if (unsent > 0) event.preventDefault();
  }, [unsent]));
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsent > 0 && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const question = `${unsent === 1 ? 'One answer is' : `${unsent} answers are`} not sent yet. They are kept in this browser and sent when you come back to this page. Leave it?`;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, unsent]);
}
