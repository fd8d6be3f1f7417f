import type { ReactNode } from 'react';
import { TextLink } from '#app/ui/text-link.tsx';

interface PanelHeadProps {
  title: string;
  closeHref: string;
  children: ReactNode;
}

/** What stands open, and the way back to the picture. */
export function PanelHead({ title, closeHref, children }: PanelHeadProps) {
  return (
    <div className="mb-step">
      <div className="flex items-start gap-step">
        <h2 className="min-w-0 flex-1 text-heading-m font-heading break-words focus:outline-none">{title}</h2>
        <span className="shrink-0 text-dense">
          <TextLink to={closeHref} preventScrollReset>
            Close<span className="sr-only"> {title}</span>
          </TextLink>
        </span>
      </div>
      <div className="text-dense text-muted">{children}</div>
    </div>
  );
}
