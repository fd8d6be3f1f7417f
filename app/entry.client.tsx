import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { drawnPartsHaveCome } from '#app/ui/script-part.tsx';

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

await readPageData();
await drawnPartsHaveCome();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
