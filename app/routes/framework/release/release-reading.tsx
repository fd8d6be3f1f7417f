import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

interface ReleaseReadingProps {
  /** One for each document, and one for the comparison that follows. */
  steps: number;
  stepsDone: number;
}

/** Milliseconds between two looks at how far the reading is. */
const pause = 1_000;

/** How far the reading of the documents is. The page asks again by itself; without JavaScript it reloads. */
export function ReleaseReading({ steps, stepsDone }: ReleaseReadingProps) {
  const documents = Math.max(steps - 1, 1);
  const words =
    stepsDone < documents
      ? `${stepsDone} of ${documents} ${documents === 1 ? 'document' : 'documents'} read`
      : 'Everything is read. What it changes is being worked out.';
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    // One question at a time: the next one starts after the answer to this.
    if (state !== 'idle') return undefined;
    const timer = setTimeout(revalidate, pause);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <section className="mb-part max-w-prose">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <label htmlFor="reading" className="mb-hair block font-strong">
        {words}
      </label>
      <progress id="reading" value={stepsDone} max={steps} className="mb-snug block h-6 w-full accent-action" />
      <p role="status" className="sr-only">
        {words}
      </p>
      <p className="text-muted">You can leave this page and come back: the reading goes on. Nothing is changed by it.</p>
    </section>
  );
}
