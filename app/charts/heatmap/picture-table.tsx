import { useMemo, type ReactNode } from 'react';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { drawTable } from '#app/charts/heatmap/drawing/draw-table.ts';
import { readFigure } from '#app/charts/heatmap/told/read-figure.ts';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import type { HeatmapHrefs } from './heatmap-hrefs.ts';
import { Markup } from './markup.tsx';

interface PictureTableProps {
  /** The picture, as `tellFigure` tells it. */
  told: ToldFigure;
  metric: PictureMetric;
  heldLevel: number;
  caption: string;
  hrefs: HeatmapHrefs;
  /** The skip link of the picture goes here. */
  id?: string;
  /** What opens the table; null shows it unfolded. */
  summary?: string | null;
  /** True links every cell too, where no picture does. */
  linksCells?: boolean;
  /** Of a page of a larger table: how many rows stand above it, and how many there are in all. */
  from?: number;
  total?: number;
  /** Stands under the table: the way to the other pages. */
  pager?: ReactNode;
}

/** The equal of a picture: a real table of the same rows, columns and texts, with the states in words. Nothing for an empty picture. */
export function PictureTable(props: PictureTableProps) {
  const { told, metric, heldLevel, caption, hrefs, id = 'picture-table', summary = 'Show the same figures as a table' } = props;
  const { linksCells = false, from = 0, total = told.rows.length, pager } = props;
  const isEmpty = told.rows.length === 0 || told.columns.length === 0;
  const drawn = useMemo(() => {
    if (isEmpty) return null;
    const { cellHref, rowHref, columnHref } = hrefs;
    const { read } = readFigure(told, metric, heldLevel, 'short');
    return drawTable(told, { read, rowHref, columnHref, from, margins: told.margins, isWhole: total === told.rows.length, ...(linksCells && { cellHref }) });
  }, [isEmpty, told, metric, heldLevel, hrefs, linksCells, from, total]);
  if (drawn === null) return null;
  const table = (
    <>
      <div className="picture-table relative mt-snug max-h-[92vh] max-w-full overflow-auto" role="region" aria-label={caption} tabIndex={0}>
        <table className="w-max" aria-rowcount={total + (told.columnGroups.length > 0 ? 2 : 1) + (drawn.foot === '' ? 0 : 3)}>
          <caption className="pb-close font-strong">{caption}</caption>
          <Markup as="thead" className="border-b-2 border-ink" markup={drawn.head} />
          <Markup as="tbody" markup={drawn.body} />
          {drawn.foot !== '' && <Markup as="tfoot" className="border-t-2 border-ink" markup={drawn.foot} />}
        </table>
      </div>
      {pager}
    </>
  );
  if (summary === null) return <div id={id} className="my-step text-dense">{table}</div>;
  return (
    <details id={id} className="my-step text-dense print:hidden">
      <summary className="text-link underline underline-offset-4 hover:text-link-hover">{summary}</summary>
      {table}
    </details>
  );
}
