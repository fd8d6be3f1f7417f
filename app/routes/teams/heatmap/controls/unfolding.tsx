import { type ReactNode, useEffect, useRef } from 'react';

interface UnfoldingProps {
  summary: ReactNode;
  /** Stands out where something inside is chosen. */
  isUsed?: boolean;
  children: ReactNode;
}

/** A control with more than one line: it opens under the row of controls, over the picture, and in line on a small screen. */
export function Unfolding({ summary, isUsed = false, children }: UnfoldingProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = ref.current!;
    const fold = () => {
      details.open = false;
      details.querySelector('summary')!.focus();
    };
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && details.open) fold();
    };
    // What was chosen in it takes effect in the picture, which it would cover.
    const choose = (event: Event) => {
      if (event.type === 'submit' || (event.target instanceof Element && event.target.closest('a') !== null)) fold();
    };
    const leave = (event: Event) => {
      if (details.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    details.addEventListener('keydown', close);
    details.addEventListener('submit', choose);
    details.addEventListener('click', choose);
    document.addEventListener('pointerdown', leave);
    return () => {
      details.removeEventListener('keydown', close);
      details.removeEventListener('submit', choose);
      details.removeEventListener('click', choose);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);
  return (
    <details ref={ref} className="max-sm:open:w-full print:hidden">
      <summary
        className={`flex min-h-9 items-center border-b-2 border-transparent text-dense underline forced-colors:border-[Canvas] underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink ${isUsed ? 'font-strong text-ink' : 'text-link'}`}
      >
        {summary}
      </summary>
      <div className="border-edge bg-paper text-dense max-sm:border-l-4 max-sm:py-close max-sm:pl-snug sm:absolute sm:top-full sm:left-0 sm:z-10 sm:w-max sm:max-w-full sm:border sm:p-snug">
        {children}
      </div>
    </details>
  );
}
