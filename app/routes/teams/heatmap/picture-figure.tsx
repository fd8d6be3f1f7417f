import { type ReactNode, useMemo, useRef } from 'react';
import { useGridKeys } from '#app/charts/heatmap/canvas/use-grid-keys.ts';
import { Heatmap } from '#app/charts/heatmap/heatmap.tsx';
import { PictureTable } from '#app/charts/heatmap/picture-table.tsx';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { PersonCardList } from './person-card-list.tsx';
import type { PictureHrefs } from './picture-hrefs.ts';
import { useWholeDrawing } from './use-whole-drawing.ts';
import { useOpenMark } from '#app/routes/teams/heatmap/panel/use-open-mark.ts';

export interface PictureFigureProps {
  id: string;
  told: ToldFigure;
  metric: PictureMetric;
  heldLevel: number;
  /** What the picture shows, for whoever does not see it. */
  label: string;
  caption: ReactNode;
  hrefs: PictureHrefs;
  /** What stands open beside it. */
  open: PictureState['open'];
  /** On a narrow screen the gaps of people are cards. */
  hasCards?: boolean;
  /** What stands between the picture and its table. */
  children?: ReactNode;
}

/** A picture small enough to be drawn whole, with its equal table. */
export function PictureFigure({ id, told, metric, heldLevel, label, caption, hrefs, open, hasCards = false, children }: PictureFigureProps) {
  const { cellHref, rowHref } = hrefs;
  const cardsHref = hasCards && told.view === 'people' && metric === 'gap' ? cellHref : undefined;
  const tableId = `${id}-table`;
  const figure = useRef<HTMLDivElement>(null);
  const isWhole = useWholeDrawing(figure);
  const rowNames = useMemo(() => told.rows.map(({ name }) => name), [told]);
  const drawing = useMemo(
    () => (
      <Heatmap
        id={id}
        tableId={tableId}
        told={told}
        metric={metric}
        heldLevel={heldLevel}
        label={label}
        hrefs={hrefs}
        emptySentence="Nothing is expected of anybody here."
        isFirst={!isWhole}
      />
    ),
    [id, tableId, told, metric, heldLevel, label, hrefs, isWhole],
  );
  useGridKeys(figure, { rowNames, columns: told.columns.length });
  useOpenMark(figure, told, open);
  return (
    <>
      {caption}
      {cardsHref && <PersonCardList told={told} rowHref={rowHref} cellHref={cardsHref} />}
      <div ref={figure} className={cardsHref ? 'max-[30rem]:hidden print:block' : ''}>{drawing}</div>
      {children}
      <PictureTable id={tableId} told={told} metric={metric} heldLevel={heldLevel} caption={label} hrefs={hrefs} />
    </>
  );
}
