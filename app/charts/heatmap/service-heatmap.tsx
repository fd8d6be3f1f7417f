import { useMemo, type ReactNode } from 'react';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { CellRow } from './cell-row.tsx';
import { HeatmapFrame } from './heatmap-frame.tsx';
import { layoutServiceHeatmap } from './layout-service-heatmap.ts';

interface ServiceHeatmapProps {
  matrix: ServiceMatrix;
  /** What the picture shows, for example "IT service management: people who meet the expected level, by team". */
  label: string;
  /** Where a cell leads. */
  cellHref: (teamId: string, skillId: string) => string;
  /** Where a team's name leads. */
  teamHref: (teamId: string) => string;
  /** Where a skill's name leads. */
  skillHref?: (skillId: string) => string;
  /** Stands above the picture, usually a `<HeatmapCaption>`. */
  caption?: ReactNode;
  /** Said in place of a picture without teams or without skills. */
  emptySentence: string;
  /** Unique on the page where it shows more than one heatmap. */
  id?: string;
  /** Id of the equal table, for the link past the picture. */
  tableId?: string;
  /** Pixels that the picture may fill. */
  availableWidth?: number;
}

/** Teams x skills: how many of the assessed meet what is expected of them. */
export function ServiceHeatmap(props: ServiceHeatmapProps) {
  const { matrix, label, cellHref, teamHref, skillHref, caption, emptySentence, availableWidth } = props;
  const { id = 'service-heatmap', tableId } = props;
  const layout = useMemo(
    () => layoutServiceHeatmap(matrix, availableWidth ? { availableWidth } : {}),
    [matrix, availableWidth],
  );
  if (matrix.teams.length === 0 || matrix.skills.length === 0) return <p>{emptySentence}</p>;
  return (
    <figure className="heatmap">
      {caption}
      {tableId && (
        <a className="heatmap-skip" href={`#${tableId}`}>
          Skip the picture and go to the same figures as a table
        </a>
      )}
      <HeatmapFrame
        id={id}
        label={label}
        frame={layout.frame}
        rowHref={teamHref}
        columnHref={skillHref}
        drawRow={(index) => {
          const { teamId, cells } = layout.rows[index]!;
          return <CellRow cells={cells} cellHref={(skillId) => cellHref(teamId, skillId)} />;
        }}
      />
    </figure>
  );
}
