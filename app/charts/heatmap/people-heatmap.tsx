import { useMemo, type ReactNode } from 'react';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { CellRow } from './cell-row.tsx';
import { HeatmapFrame } from './heatmap-frame.tsx';
import { layoutPeopleHeatmap } from './layout-people-heatmap.ts';

interface PeopleHeatmapProps {
  matrix: TeamMatrix;
  /** The names of the levels. */
  scales: SkillScales;
  /** What the picture shows, for example "Service desk: agreed against expected levels". */
  label: string;
  /** Where a cell leads. */
  cellHref: (personId: string, skillId: string) => string;
  /** Where a person's name leads. */
  rowHref: (personId: string) => string;
  /** Where the heading of a team leads. */
  teamHref?: (teamId: string) => string;
  /** Where a skill's name leads. */
  skillHref?: (skillId: string) => string;
  /** Stands above the picture, usually a `<HeatmapCaption>`. */
  caption?: ReactNode;
  /** Said in place of a picture without people or without skills. */
  emptySentence: string;
  /** Unique on the page where it shows more than one heatmap. */
  id?: string;
  /** Id of the equal table, for the link past the picture. */
  tableId?: string;
  /** Pixels that the picture may fill. */
  availableWidth?: number;
}

/** People x skills: where each person stands against what their role level expects. */
export function PeopleHeatmap(props: PeopleHeatmapProps) {
  const { matrix, scales, label, cellHref, rowHref, teamHref, skillHref, caption, emptySentence, availableWidth } = props;
  const { id = 'people-heatmap', tableId } = props;
  const layout = useMemo(
    () => layoutPeopleHeatmap(matrix, { scales, ...(availableWidth && { availableWidth }) }),
    [matrix, scales, availableWidth],
  );
  if (matrix.people.length === 0 || matrix.skills.length === 0) return <p>{emptySentence}</p>;
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
        rowHref={rowHref}
        groupHref={teamHref}
        columnHref={skillHref}
        drawRow={(index) => {
          const { personId, cells } = layout.rows[index]!;
          return <CellRow cells={cells} cellHref={(skillId) => cellHref(personId, skillId)} />;
        }}
      />
    </figure>
  );
}
