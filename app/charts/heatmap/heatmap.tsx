import { useMemo, type ReactNode } from 'react';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { drawFrame } from '#app/charts/heatmap/drawing/draw-frame.ts';
import { layoutTold } from '#app/charts/heatmap/told/layout-told.ts';
import { readFigure } from '#app/charts/heatmap/told/read-figure.ts';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import type { HeatmapHrefs } from './heatmap-hrefs.ts';
import { Markup } from './markup.tsx';

interface HeatmapProps {
  /** The picture, as `tellFigure` tells it. */
  told: ToldFigure;
  metric: PictureMetric;
  /** For the metric `holders`. */
  heldLevel: number;
  /** What the picture shows, for example "Service desk: agreed against expected levels". */
  label: string;
  hrefs: HeatmapHrefs;
  /** Stands above the picture. */
  caption?: ReactNode;
  /** Said in place of a picture without rows or without columns. */
  emptySentence: string;
  /** Unique on the page where it shows more than one picture. */
  id?: string;
  /** Id of the equal table, for the link past the picture. */
  tableId?: string;
  /** True draws what works without scripts and weighs least; false what the keyboard walks as a grid. */
  isFirst?: boolean;
}

/** Pixels from which a picture scrolls inside its frame with the heads in sight. A lower one ends where it ends: the page scrolls and no row is cut. */
const tallHeight = 960;

/** A picture as SVG, complete without JavaScript. */
export function Heatmap({ told, metric, heldLevel, label, hrefs, caption, emptySentence, id = 'heatmap', tableId, isFirst = false }: HeatmapProps) {
  const drawn = useMemo(() => {
    const { rows, columns } = told;
    if (rows.length === 0 || columns.length === 0) return null;
    const cells = readFigure(told, metric, heldLevel, isFirst ? 'short' : 'words');
    const layout = layoutTold(told, cells.metric);
    const { cellHref, ...others } = hrefs;
    const hrefOf = cellHref && ((row: number, column: number) => cellHref(rows[row]!.id, columns[column]!.id));
    const isTall = layout.frame.headHeight + layout.frame.cellsHeight > tallHeight;
    return { isTall, ...drawFrame(told, layout, { id, label, read: cells.read, isFirst, ...others, ...(hrefOf && { hrefOf }) }) };
  }, [told, metric, heldLevel, label, hrefs, id, isFirst]);
  if (drawn === null) return <p>{emptySentence}</p>;
  return (
    <figure className="heatmap">
      {caption}
      {tableId && (
        <a className="heatmap-skip" href={`#${tableId}`}>
          Skip the picture and go to the same figures as a table
        </a>
      )}
      <Markup className="absolute" isHidden markup={drawn.hatches} />
      <div className={drawn.isTall ? 'heatmap-scroll heatmap-tall' : 'heatmap-scroll'}>
        <Markup className="heatmap-grid" markup={drawn.screen} />
      </div>
      <Markup className="heatmap-print" isHidden markup={drawn.paper} />
    </figure>
  );
}
