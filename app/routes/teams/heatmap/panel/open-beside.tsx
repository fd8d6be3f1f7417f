import { useNavigate } from '@remix-run/react';
import { forwardRef, type ReactNode, useEffect, useRef } from 'react';
import { panelId } from '#app/routes/teams/heatmap/picture-hrefs.ts';

interface OpenBesideProps {
  closeTo: string;
  children: ReactNode;
}

/** The place beside the picture in which a cell or a skill stands open; on a small screen it is under the picture. Escape closes it. */
export const OpenBeside = forwardRef<HTMLElement, OpenBesideProps>(function OpenBeside({ closeTo, children }, ref) {
  const navigate = useNavigate();
  const inner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const around = inner.current!;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void navigate(closeTo, { preventScrollReset: true });
    };
    around.addEventListener('keydown', close);
    return () => around.removeEventListener('keydown', close);
  }, [navigate, closeTo]);
  return (
    <section ref={ref} id={panelId} aria-label="Opened in the picture" className="min-w-0 border-t-4 border-action pt-snug lg:sticky lg:top-0 lg:max-h-screen lg:self-start lg:overflow-y-auto lg:border-t-0 lg:border-l-4 lg:pt-0 lg:pl-step print:hidden">
      <div ref={inner}>{children}</div>
    </section>
  );
});
