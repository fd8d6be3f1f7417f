import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer.tsx';
import { SkipLink } from './skip-link.tsx';

interface FrameProps {
  /** What stands at the top: TopBar, or the plain bar of those who are not signed in. */
  bar: ReactNode;
  /** More links at the foot, beside the attribution. */
  footerLinks?: { to: string; label: string }[];
  children: ReactNode;
}

/** Bar, content and foot of every page. The only place with a `main`. */
export function Frame({ bar, footerLinks, children }: FrameProps) {
  return (
    <div className="flex min-h-screen flex-col print:block print:min-h-0">
      <SkipLink />
      {bar}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-gutter py-step outline-none focus-visible:shadow-none md:px-gutter-wide md:py-8 print:max-w-none print:p-0"
      >
        {children}
      </main>
      <SiteFooter links={footerLinks} />
    </div>
  );
}
