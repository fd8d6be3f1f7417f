import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ownLink } from './own-link.ts';

interface OwnHeaderProps {
  frameworkKey: string;
  /** The page one is at; left out on the list. */
  page?: string;
}

/** The way back from a page of own additions. */
export function OwnHeader({ frameworkKey, page }: OwnHeaderProps) {
  const list = { label: 'Own additions' };
  return (
    <Breadcrumbs
      items={[{ label: 'Framework', to: '/framework' }, ...(page === undefined ? [list] : [{ ...list, to: ownLink(frameworkKey) }, { label: page }])]}
    />
  );
}
