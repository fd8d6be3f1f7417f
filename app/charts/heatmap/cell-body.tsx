import { ink, muted } from '#app/charts/colour.ts';
import type { CellLayout } from './layout-people-heatmap.ts';

/** The drawing of a cell: its fill, its border, its text and its marks. The text is centred by the row around it. */
export function CellBody({ cell }: { cell: CellLayout }) {
  return (
    <>
      <Box cell={cell} />
      <text x={cell.x + cell.width / 2} y={cell.y + cell.height / 2 + 5} fill={cell.textColour}>
        {cell.text}
      </text>
      {cell.marks.map((mark) =>
        mark.isFilled ? (
          <path key={mark.kind} className="heatmap-mark" d={mark.d} fill={cell.textColour} />
        ) : (
          <path key={mark.kind} className="heatmap-mark-line" d={mark.d} fill="none" stroke={cell.textColour} />
        ),
      )}
    </>
  );
}

/** A border is drawn inside the cell's edge, so that neighbours keep their distance. */
function Box({ cell }: { cell: CellLayout }) {
  const { x, y, width, height, border } = cell;
  const fill = cell.fill ?? 'transparent';
  if (border === 'none') {
    return <rect className="heatmap-cell heatmap-quiet" x={x} y={y} width={width} height={height} fill={fill} />;
  }
  const thickness = border === 'dashed' ? 1 : 2;
  return (
    <rect
      className="heatmap-cell"
      x={x + thickness / 2}
      y={y + thickness / 2}
      width={width - thickness}
      height={height - thickness}
      fill={fill}
      stroke={border === 'dashed' ? muted : ink}
      strokeWidth={thickness}
      strokeDasharray={border === 'short' ? undefined : '4 3'}
    />
  );
}
