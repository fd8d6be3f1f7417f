import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import type { CycleFrame } from './cycle-frame.ts';

/** Where one is, and the other pages of this round. */
export function CycleHeader({ frame }: { frame: CycleFrame }) {
  return (
    <>
      <Breadcrumbs items={frame.crumbs} />
      {frame.tabs.length > 1 && <SectionTabs label={frame.name} items={frame.tabs} />}
    </>
  );
}
