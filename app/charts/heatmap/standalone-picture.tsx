import type { ReactNode } from 'react';
import { paper } from '#app/charts/colour.ts';
import { ColumnHeads } from './column-heads.tsx';
import { Corner } from './corner.tsx';
import type { FrameLayout } from './layout-frame.ts';
import { PictureText } from './picture-text.tsx';
import { RowLabels } from './row-labels.tsx';

interface StandalonePictureProps {
  label: string;
  frame: FrameLayout;
  rowHref: (rowId: string) => string;
  drawRow: (rowIndex: number) => ReactNode;
}

/** A heatmap as one picture of its own, for a file that is looked at outside the product. */
export function StandalonePicture({ label, frame, rowHref, drawRow }: StandalonePictureProps) {
  const { headHeight, wideLabelWidth, cellsWidth, cellsHeight, bands } = frame;
  const [width, height] = [wideLabelWidth + cellsWidth, headHeight + cellsHeight];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
    >
      <rect width={width} height={height} fill={paper} />
      <PictureText>
        <Corner lines={frame.corner.wide} height={headHeight} />
        <g transform={`translate(${wideLabelWidth},0)`}>
          <ColumnHeads columns={frame.columns} />
        </g>
        <g transform={`translate(0,${headHeight})`}>
          <RowLabels bands={bands} size="wide" width={width} rowHref={rowHref} />
        </g>
        {bands.map((band) =>
          band.rowIndex === null ? null : (
            <g key={band.id} transform={`translate(${wideLabelWidth},${headHeight + band.y})`}>
              {drawRow(band.rowIndex)}
            </g>
          ),
        )}
      </PictureText>
    </svg>
  );
}
