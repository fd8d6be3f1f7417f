import { useMemo, type ReactNode } from 'react';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { drawFrame } from '#app/charts/heatmap/drawing/draw-frame.ts';
import type { HeatmapHrefs } from './heatmap-hrefs.ts';
import { layoutHeatmap } from './layout.ts';
import { Markup } from './markup.tsx';

interface HeatmapProps {
  picture: Picture;
  metric: PictureMetric;
  /** For the metric `holders`. */
  heldLevel: number;
  /** The names of the levels. */
  scales: SkillScales;
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
  /** A bar of met, short and open for each row and column. */
  margins?: boolean;
  /** Pixels that the picture may fill. */
  availableWidth?: number;
  /** True draws what works without scripts and weighs least; false what the keyboard walks as a grid. */
  isFirst?: boolean;
}

/** Pixels from which a picture scrolls inside its frame with the heads in sight. A lower one ends where it ends: the page scrolls and no row is cut. */
const tallHeight = 960;

/** A picture as SVG, complete without JavaScript. */
export function Heatmap(props: HeatmapProps) {
  const { picture, metric, heldLevel, scales, label, hrefs, caption, emptySentence, id = 'heatmap', tableId, margins = false, availableWidth, isFirst = false } = props;
  const isEmpty = picture.rows.length === 0 || picture.columns.length === 0;
  const drawn = useMemo(() => {
    if (isEmpty) return null;
    const bars = margins && picture.cells.kind !== 'expectation' ? marginsOf(picture) : null;
    const layout = layoutHeatmap(picture, { metric, heldLevel, margins: bars, ...(availableWidth && { availableWidth }) });
    const { cellHref, ...others } = hrefs;
    const hrefOf = cellHref && ((row: number, column: number) => cellHref(picture.rows[row]!.id, picture.columns[column]!.id));
    const isTall = layout.frame.headHeight + layout.frame.cellsHeight > tallHeight;
    return { isTall, ...drawFrame(picture, layout, { id, label, metric, heldLevel, scales, isFirst, ...others, ...(hrefOf && { hrefOf }) }) };
  }, [isEmpty, picture, metric, heldLevel, scales, label, hrefs, id, margins, availableWidth, isFirst]);
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
