import { Link } from '@remix-run/react';
import { CellPanel } from './panel-cell.tsx';
import { SkillPanel } from './panel-skill.tsx';
import type { useOpenDetail } from './use-open-detail.ts';

interface OpenedDetailProps {
  opened: NonNullable<ReturnType<typeof useOpenDetail>>;
  closeTo: string;
}

/** What stands open, or that it is on its way, or not here. */
export function OpenedDetail({ opened: { isThere, detail }, closeTo }: OpenedDetailProps) {
  if (!isThere) return <p role="status">Opening…</p>;
  if (detail === null) {
    return (
      <>
        <h2 className="text-heading-s font-heading">Nothing to show here</h2>
        <p className="text-dense">On this date, nobody of that name stands in this picture, or no skill.</p>
        <Link to={closeTo} preventScrollReset>
          Close
        </Link>
      </>
    );
  }
  return detail.kind === 'cell' ? <CellPanel detail={detail.cell} closeHref={closeTo} /> : <SkillPanel detail={detail.skill} closeHref={closeTo} />;
}
