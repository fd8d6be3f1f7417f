import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import type { TeamFrame } from './team-frame.ts';

/** Where one is, and the other pages of this team. */
export function TeamHeader({ frame }: { frame: TeamFrame }) {
  return (
    <>
      <Breadcrumbs items={frame.crumbs} />
      <SectionTabs label={frame.name} items={frame.tabs} />
    </>
  );
}
