import { HeatmapCaption } from '#app/charts/heatmap/heatmap-caption.tsx';
import { PeopleHeatmap } from '#app/charts/heatmap/people-heatmap.tsx';
import { PeopleTable } from '#app/charts/heatmap/people-table.tsx';
import { Legend } from '#app/charts/legend.tsx';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { matrixTotals } from '#app/domain/capability/matrix-totals.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';

interface TeamPictureProps {
  teamId: string;
  name: string;
  /** As people read it. */
  date: string;
  frameworkVersion: string;
  matrix: TeamMatrix;
  scales: SkillScales;
}

/** People x skills, with its caption, key and equal table. */
export function TeamPicture({ teamId, name, date, frameworkVersion, matrix, scales }: TeamPictureProps) {
  if (matrix.people.length === 0) {
    return (
      <EmptyState
        title="Nobody is recorded here on this date"
        action={{ to: `/teams/${teamId}/people`, label: 'Go to people' }}
      >
        <p>Add the people of {name} with their role levels. What is expected of them then shows here.</p>
      </EmptyState>
    );
  }
  const totals = matrixTotals(matrix.people);
  const notAgreed = totals.expected - totals.agreed;
  const assess = (personId: string, skillId: string) => `/people/${personId}/assess?skill=${skillId}#skill-${skillId}`;
  return (
    <>
      <PeopleHeatmap
        matrix={matrix}
        scales={scales}
        label={`${name}: agreed against expected levels`}
        cellHref={assess}
        rowHref={(personId) => `/people/${personId}`}
        teamHref={(id) => `/teams/${id}/heatmap?view=people`}
        tableId="people-table"
        emptySentence="No skill is expected of anybody here."
        caption={
          <HeatmapCaption
            title="Agreed level against expected level"
            date={date}
            frameworkVersion={frameworkVersion}
            order="people by team, then the most senior first, then by name; skills expected of most people first, then by name"
            counted={`${matrix.people.length} people, ${totals.expected} expected skill levels`}
            notCounted={notAgreed === 0 ? null : `${notAgreed} without an agreed level`}
          />
        }
      />
      <Legend of="people" scales={scales} />
      <PeopleTable
        matrix={matrix}
        caption={`${name}: agreed level of expected level, by person and skill`}
        rowHref={(personId) => `/people/${personId}`}
        cellHref={assess}
      />
    </>
  );
}
