import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import type { PersonFrame } from './person-frame.ts';

/** Where one is, and the other pages of this person. */
export function PersonHeader({ frame }: { frame: PersonFrame }) {
  return (
    <>
      <Breadcrumbs items={frame.crumbs} />
      <SectionTabs label={frame.name} items={frame.tabs} />
    </>
  );
}
