import { Fragment } from 'react';
import { muted } from '#app/charts/colour.ts';
import { GroupRule } from './group-rule.tsx';
import { heatmapSizes as sizes } from './heatmap-sizes.ts';
import type { HeatmapBand } from './layout-bands.ts';
import type { PlacedLine } from './place-lines.ts';

interface RowLabelsProps {
  bands: readonly HeatmapBand[];
  size: 'wide' | 'narrow';
  width: number;
  rowHref: (rowId: string) => string;
  groupHref?: ((groupId: string) => string) | undefined;
}

/** Names of the rows and headings of the groups, each a link to its own page. */
export function RowLabels({ bands, size, width, rowHref, groupHref }: RowLabelsProps) {
  return (
    <>
      {bands.map((band) => {
        const lines = size === 'wide' ? band.wideLines : band.narrowLines;
        const isGroup = band.rowIndex === null;
        const href = isGroup ? groupHref?.(band.id) : rowHref(band.id);
        return (
          <Fragment key={`${band.rowIndex}-${band.id}`}>
            {isGroup ? <GroupRule y={band.y} width={width} /> : null}
            <g transform={`translate(0,${band.y})`}>
              {href === undefined ? (
                <Lines lines={lines} />
              ) : (
                <a href={href} aria-label={[band.name, ...notesOf(band)].join(', ')}>
                  <Lines lines={lines} />
                </a>
              )}
            </g>
          </Fragment>
        );
      })}
    </>
  );
}

function notesOf(band: HeatmapBand): string[] {
  const notes = band.wideLines.filter((line) => line.kind === 'note').map((line) => line.text);
  return notes.length === 0 ? [] : [notes.join(' ')];
}

function Lines({ lines }: { lines: readonly PlacedLine[] }) {
  return (
    <>
      {lines.map((line, index) =>
        line.kind === 'note' ? (
          <text key={index} y={line.y} fontSize={sizes.noteSize} fill={muted}>
            {line.text}
          </text>
        ) : (
          <text
            key={index}
            className="heatmap-name"
            y={line.y}
            fontSize={sizes.nameSize}
            fontWeight={line.kind === 'group' ? 700 : undefined}
          >
            {line.text}
          </text>
        ),
      )}
    </>
  );
}
