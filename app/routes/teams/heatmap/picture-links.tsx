import { useNavigate } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Follows the plain links inside it (those of a drawing are written as text, and React does not know them) without loading the page
 * anew. A link within the heatmap leaves the scroll where it is.
 */
export function PictureLinks({ children, className }: { children: ReactNode; className?: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const around = ref.current!;
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!/^(\?|\/(?!\/))/.test(href) || link?.hasAttribute('download')) return;
      event.preventDefault();
      const next = new URL(href, window.location.href);
      const stays = next.pathname === window.location.pathname;
      void navigate(stays ? next.pathname + next.search : href, { preventScrollReset: stays });
    };
    around.addEventListener('click', follow);
    return () => around.removeEventListener('click', follow);
  }, [navigate]);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
