import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

interface ImportProgressProps {
  state: 'reading' | 'applying';
  stepsDone: number;
  steps: number;
}

/** Milliseconds between two looks at how far it is. */
const pause = 1_000;

/** How far the reading or the bringing in is. The page asks again by itself; without JavaScript it reloads. */
export function ImportProgress({ state, stepsDone, steps }: ImportProgressProps) {
  const words = state === 'reading' ? 'The spreadsheet is being read.' : `The rows are being brought in: ${Math.round((100 * stepsDone) / Math.max(1, steps))} % done.`;
  const { revalidate, state: asking } = useRevalidator();
  useEffect(() => {
    // One question at a time: the next one starts after the answer to this.
    if (asking !== 'idle') return undefined;
    const timer = setTimeout(revalidate, pause);
    return () => clearTimeout(timer);
  }, [revalidate, asking]);
  return (
    <section className="mb-part max-w-prose">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <label htmlFor="progress" className="mb-hair block font-strong">
        {words}
      </label>
      <progress id="progress" value={state === 'reading' ? undefined : stepsDone} max={steps} className="mb-snug block h-6 w-full accent-action" />
      <p role="status" className="sr-only">
        {words}
      </p>
      <p className="text-muted">You can leave this page and come back: it goes on. {state === 'reading' ? 'Nothing is changed by it.' : 'All rows come in together, or none.'}</p>
    </section>
  );
}
