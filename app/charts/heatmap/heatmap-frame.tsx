import type { ReactNode } from 'react';
import { ColumnHeads } from './column-heads.tsx';
import { Corner } from './corner.tsx';
import type { FrameLayout } from './layout-frame.ts';
import { PictureText } from './picture-text.tsx';
import { PrintPages } from './print-pages.tsx';
import { GroupRule } from './group-rule.tsx';
import { RowLabels } from './row-labels.tsx';

interface HeatmapFrameProps {
  /** Unique on the page; the ids of the parts start with it. */
  id: string;
  /** What the picture shows, for someone who does not see it. */
  label: string;
  frame: FrameLayout;
  rowHref: (rowId: string) => string;
  groupHref?: ((groupId: string) => string) | undefined;
  columnHref?: ((skillId: string) => string) | undefined;
  drawRow: (rowIndex: number) => ReactNode;
}

/**
 * Heads, labels and cells as four pictures in a grid that scrolls inside itself, with heads and labels staying in
 * sight; and the same parts again, cut into sheets, for paper.
 */
export function HeatmapFrame({ id, label, frame, rowHref, groupHref, columnHref, drawRow }: HeatmapFrameProps) {
  const { headHeight, cellsWidth, cellsHeight, wideLabelWidth, narrowLabelWidth } = frame;
  return (
    <>
      <div className="heatmap-scroll" role="group" aria-label={label}>
        <div className="heatmap-grid">
          <div className="heatmap-corner">
            <Picture className="heatmap-wide" width={wideLabelWidth} height={headHeight}>
              <PictureText id={`${id}-corner`}>
                <Corner lines={frame.corner.wide} height={headHeight} />
              </PictureText>
            </Picture>
            <Picture className="heatmap-narrow" width={narrowLabelWidth} height={headHeight}>
              <PictureText>
                <Corner lines={frame.corner.narrow} height={headHeight} />
              </PictureText>
            </Picture>
          </div>
          <div className="heatmap-heads">
            <Picture width={cellsWidth} height={headHeight}>
              <PictureText id={`${id}-heads`}>
                <ColumnHeads columns={frame.columns} columnHref={columnHref} />
              </PictureText>
            </Picture>
          </div>
          <div className="heatmap-labels">
            <Picture className="heatmap-wide" width={wideLabelWidth} height={cellsHeight}>
              {frame.pages.map((page, number) => (
                <PictureText key={page.from} id={`${id}-labels-${number}`}>
                  <RowLabels
                    bands={frame.bands.slice(page.from, page.to)}
                    size="wide"
                    width={wideLabelWidth}
                    rowHref={rowHref}
                    groupHref={groupHref}
                  />
                </PictureText>
              ))}
            </Picture>
            <Picture className="heatmap-narrow" width={narrowLabelWidth} height={cellsHeight}>
              <PictureText>
                <RowLabels
                  bands={frame.bands}
                  size="narrow"
                  width={narrowLabelWidth}
                  rowHref={rowHref}
                  groupHref={groupHref}
                />
              </PictureText>
            </Picture>
          </div>
          <Picture width={cellsWidth} height={cellsHeight}>
            {frame.pages.map((page, number) => (
              <PictureText key={page.from} id={`${id}-cells-${number}`}>
                {frame.bands.slice(page.from, page.to).map((band) =>
                  band.rowIndex === null ? (
                    <GroupRule key={`group-${band.id}`} y={band.y} width={cellsWidth} />
                  ) : (
                    <g key={band.id} transform={`translate(0,${band.y})`}>
                      {drawRow(band.rowIndex)}
                    </g>
                  ),
                )}
              </PictureText>
            ))}
          </Picture>
        </div>
      </div>
      <PrintPages id={id} frame={frame} />
    </>
  );
}

function Picture(props: { className?: string; width: number; height: number; children: ReactNode }) {
  const { className, width, height, children } = props;
  return (
    <svg className={className} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="presentation">
      {children}
    </svg>
  );
}
