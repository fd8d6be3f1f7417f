import type { ReactNode } from 'react';
import { PictureTable } from '#app/charts/heatmap/picture-table.tsx';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { PicturePager } from './picture-pager.tsx';
import type { PictureHrefs } from './picture-hrefs.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import { pageRows } from './page-rows.ts';
import type { ShownNow } from './shown-now.ts';

interface LargePictureProps {
  page: HeatmapPage;
  state: ShownNow;
  metric: PictureMetric;
  heldLevel: number;
  hrefs: PictureHrefs;
  label: string;
  caption: ReactNode;
}

/** A picture of more cells than are drawn at once: a page of its rows as a table, and the way to the others. */
export function LargePicture({ page, state, metric, heldLevel, hrefs, label, caption }: LargePictureProps) {
  const { picture, team, from, total, scales } = page;
  const pager = <PicturePager teamId={team.id} state={state.asked} from={from} shown={picture.rows.length} total={total} size={pageRows} />;
  return (
    <>
      {caption}
      {pager}
      <PictureTable id="picture-table" picture={picture} metric={metric} heldLevel={heldLevel} scales={scales} caption={label} hrefs={hrefs} summary={null} linksCells from={from} total={total} pager={pager} />
    </>
  );
}
