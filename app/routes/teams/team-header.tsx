import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import type { TeamFrame } from './team-frame.ts';

/** Where one is, and beside it, where there is room, the other pages of this team. */
export function TeamHeader({ frame }: { frame: TeamFrame }) {
  return (
    <div className="lg:mb-step lg:flex lg:flex-wrap lg:items-center lg:gap-x-part lg:border-b lg:border-line lg:*:mb-0 lg:*:border-b-0 print:hidden">
      <Breadcrumbs items={frame.crumbs} />
      <SectionTabs label={frame.name} items={frame.tabs} />
    </div>
  );
}
