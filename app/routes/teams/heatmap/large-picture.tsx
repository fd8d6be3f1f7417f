import type { ReactNode } from 'react';
import { LargeHeatmap } from '#app/charts/heatmap/canvas/large-heatmap.tsx';
import { PictureTable } from '#app/charts/heatmap/picture-table.tsx';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import { cellsAddress } from './cells-address.ts';
import { pageRows } from './page-rows.ts';
import type { PictureHrefs } from './picture-hrefs.ts';
import { PicturePager } from './picture-pager.tsx';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import type { ShownNow } from './shown-now.ts';
import type { Side } from './sides-of.ts';

interface LargePictureProps {
  id: string;
  page: HeatmapPage;
  /** The page's rows of it: of one of two days, that day's. */
  told: ToldFigure;
  state: ShownNow;
  hrefs: PictureHrefs;
  label: string;
  caption: ReactNode;
  /** Which of two days side by side it is of. */
  side?: Side | undefined;
}

/**
 * A picture of more cells than are drawn at once: a page of its rows as a table, and the way to the others. Where scripts run, the whole
 * picture takes its place.
 */
export function LargePicture({ id, page, told, state, hrefs, label, caption, side }: LargePictureProps) {
  const { team, from, total } = page;
  const { metric, heldLevel, open } = state.shown;
  const shared = { metric, heldLevel, hrefs };
  // Of two days side by side each has a table.
  const name = side ? `Pages of the table: ${label}` : 'Pages of the table';
  const pager = { teamId: team.id, state: state.asked, from, shown: told.rows.length, total, size: pageRows };
  return (
    <>
      {caption}
      <p className="mb-close hidden print:block">
        On paper stand only the rows in view, of {total.toLocaleString('en-GB')}. For all of them filter the picture, or take it away as a file.
      </p>
      <LargeHeatmap
        {...shared}
        dataHref={cellsAddress(team.id, state.asked, side)}
        label={label}
        rows={total}
        summary="Show the same figures as a table, a page at a time"
        problem="The whole picture could not be fetched. This page of it stays; load the page again to try once more."
        open={open}
      >
        <PicturePager {...pager} label={name} />
        <PictureTable {...shared} id={`${id}-table`} told={told} caption={label} summary={null} linksCells from={from} total={total} pager={<PicturePager {...pager} label={`${name}, at its end`} />} />
      </LargeHeatmap>
    </>
  );
}
