import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { cellSentence } from '#app/charts/heatmap/look/cell-sentence.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { markPath } from '#app/charts/heatmap/look/mark-path.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { sampleScales } from './sample-picture.ts';

/** The cells of a picture as React elements, a few for each cell: the way that was not chosen, kept to be measured against. */
export function PerCellHeatmap({ picture }: { picture: Picture }) {
  const layout = layoutHeatmap(picture, { metric: 'gap', heldLevel: 3 });
  const { cellsWidth, cellsHeight } = layout.frame;
  return (
    <svg width={cellsWidth} height={cellsHeight} role="grid">
      {picture.rows.map((row, rowAt) => (
        <g key={row.id} role="row" aria-rowindex={rowAt + 2}>
          {picture.columns.map((column, columnAt) => (
            <Cell key={column.id} picture={picture} layout={layout} row={rowAt} column={columnAt} />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface CellProps {
  picture: Picture;
  layout: ReturnType<typeof layoutHeatmap>;
  row: number;
  column: number;
}

function Cell({ picture, layout, row, column }: CellProps) {
  const box = layout.box(row, column);
  const look = cellLook(picture, 'gap', row * picture.columns.length + column, { heldLevel: 3 });
  const sentence = cellSentence(picture, 'gap', row, column, { heldLevel: 3, scales: sampleScales });
  return (
    <g role="gridcell">
      <a href={`/people/${picture.rows[row]!.id}/assess?skill=${picture.columns[column]!.id}`} data-at={`${row},${column}`}>
        <title>{sentence}</title>
        <rect x={box.x} y={box.y} width={box.width} height={box.height} fill={look.fill ?? 'transparent'} stroke={look.border === 'none' ? undefined : 'black'} />
        <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 5} fill={look.textColour}>
          {look.text}
        </text>
        {look.marks.map((mark) => {
          const path = markPath(mark, box, 3);
          return path && <path key={mark} d={path.d} fill={path.isFilled ? look.textColour : 'none'} stroke={look.textColour} />;
        })}
      </a>
    </g>
  );
}
