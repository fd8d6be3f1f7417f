import type { FrameLayout } from './layout-frame.ts';

/**
 * The picture on paper: sheets of A4 landscape, scaled to the sheet's width, each with the heads above its rows.
 * Every part is a reference to what the screen's picture has drawn already; nothing is sent twice.
 */
export function PrintPages({ id, frame }: { id: string; frame: FrameLayout }) {
  const { headHeight, wideLabelWidth } = frame;
  return (
    <div className="heatmap-print" aria-hidden="true">
      {frame.pages.map((page, number) => (
        <svg key={page.from} viewBox={`0 0 ${page.width} ${headHeight + page.height}`}>
          <use href={`#${id}-corner`} />
          <use href={`#${id}-heads`} x={wideLabelWidth} />
          <use href={`#${id}-labels-${number}`} y={headHeight - page.y} />
          <use href={`#${id}-cells-${number}`} x={wideLabelWidth} y={headHeight - page.y} />
        </svg>
      ))}
    </div>
  );
}
