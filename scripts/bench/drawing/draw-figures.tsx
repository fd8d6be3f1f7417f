import { renderToString } from 'react-dom/server';
import { drawCells } from '#app/charts/heatmap/drawing/draw-cells.ts';
import { Heatmap } from '#app/charts/heatmap/heatmap.tsx';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import { Markup } from '#app/charts/heatmap/markup.tsx';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { PerCellHeatmap } from './per-cell-heatmap.tsx';
import { samplePicture, sampleScales } from './sample-picture.ts';

const cellHref = (rowId: string, columnId: string) => `/people/${rowId}/assess?skill=${columnId}`;
const sizes = { rows: 50, columns: 20 };

/** The same cells drawn in several ways, each from the picture in memory to a page's markup. `figure` has heads, labels and the sheets for paper as well. */
export function drawFigures() {
  const picture = samplePicture(sizes.rows, sizes.columns);
  const inPage = (figure: React.ReactNode) => renderToString(<html lang="en"><body><main>{figure}</main></body></html>);
  const cells = () => {
    const layout = layoutHeatmap(picture, { metric: 'gap', heldLevel: 3 });
    const hrefOf = (row: number, column: number) => cellHref(picture.rows[row]!.id, picture.columns[column]!.id);
    return drawCells(picture, layout, { read: readCells(picture, 'gap', { heldLevel: 3, scales: sampleScales, say: 'meaning' }), hrefOf });
  };
  return {
    sizes,
    perCell: () => inPage(<PerCellHeatmap picture={picture} />),
    oneString: () => inPage(<Markup markup={`<svg role="grid">${cells()}</svg>`} />),
    figure: () => inPage(<Heatmap told={tellFigure(picture, { metrics: ['gap', 'agreed', 'complete', 'age'], scales: sampleScales })} metric="gap" heldLevel={3} label="Sample" hrefs={{ cellHref }} emptySentence="Nobody." />),
  };
}
