import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot, type Root } from 'react-dom/client';
import { drawnParts, drawnPartsHaveCome } from '#app/ui/script-part.tsx';

/**
 * Waits until the page's data, which comes as a stream, is read. Remix would otherwise suspend the whole
 * document for it, and React 18 must not be pressed there: a key or a click in that moment ends in its
 * error 345. What Remix throws while it waits is the promise of the data; another error it throws again
 * when the document is drawn, where it belongs.
 */
async function readPageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}

/** React's own way to take over what suspends at a priority; its types leave it out. */
interface HydrationRoot extends Root {
  unstable_scheduleHydration(target: Element): void;
}

/**
 * Has drawn parts taken over at once with the rest of the document. React would leave what may suspend for when it is idle, and throw away
 * what the server drew of it, by its error 421, where a link is followed before.
 */
function takeOverWithTheRest(root: HydrationRoot): void {
  flushSync(() => {
    for (const part of drawnParts()) root.unstable_scheduleHydration(part);
  });
}

await readPageData();
await drawnPartsHaveCome();
startTransition(() => {
  const root = hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
  takeOverWithTheRest(root as HydrationRoot);
});
