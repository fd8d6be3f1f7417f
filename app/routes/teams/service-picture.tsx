import { HeatmapCaption } from '#app/charts/heatmap/heatmap-caption.tsx';
import { ServiceHeatmap } from '#app/charts/heatmap/service-heatmap.tsx';
import { ServiceTable } from '#app/charts/heatmap/service-table.tsx';
import { Legend } from '#app/charts/legend.tsx';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface ServicePictureProps {
  teamId: string;
  name: string;
  /** As people read it. */
  date: string;
  frameworkVersion: string;
  matrix: ServiceMatrix;
  disclosureControlled: boolean;
}

/** Teams x skills, with its caption, key and equal table. */
export function ServicePicture(props: ServicePictureProps) {
  const { teamId, name, date, frameworkVersion, matrix, disclosureControlled } = props;
  if (matrix.teams.length === 0 || matrix.skills.length === 0) {
    return (
      <EmptyState title="Nothing to compare yet" action={{ to: `/teams/${teamId}/people`, label: 'Go to people' }}>
        <p>When people are recorded in {name} or the teams under it, with their role levels, this page compares the teams.</p>
      </EmptyState>
    );
  }
  const cells = matrix.teams.flatMap((team) => team.cells).filter((cell) => !cell.suppressed);
  const expected = cells.reduce((sum, cell) => sum + cell.expected, 0);
  const left = cells.reduce((sum, cell) => sum + cell.expected - cell.assessed, 0);
  const people = matrix.teams.reduce((sum, team) => sum + team.people, 0);
  // The numbers of people would give away what the cells withhold.
  const counted = disclosureControlled
    ? `${matrix.teams.length - 1} teams and their total`
    : `${matrix.teams.length} teams, ${people} people, ${expected} expected skill levels`;
  const teamHref = (id: string) => (disclosureControlled ? '#service-table' : `/teams/${id}/heatmap?view=people`);
  return (
    <>
      {disclosureControlled && (
        <Notice kind="information">
          Figures that could single out a person are withheld and shown as [c]. That is not zero.
        </Notice>
      )}
      <ServiceHeatmap
        matrix={matrix}
        label={`${name}: people who meet the expected level, of those assessed`}
        cellHref={(id) => teamHref(id)}
        teamHref={teamHref}
        tableId="service-table"
        emptySentence="No skill is expected of anybody here."
        caption={
          <HeatmapCaption
            title="People who meet the expected level, of those assessed"
            date={date}
            frameworkVersion={frameworkVersion}
            order="teams by name; skills expected of most people first, then by name"
            counted={counted}
            notCounted={left === 0 ? null : disclosureControlled ? 'people without an agreed level' : `${left} without an agreed level`}
          />
        }
      />
      <Legend of="service" />
      <ServiceTable
        matrix={matrix}
        caption={`${name}: people who meet the expected level, of those assessed, by team and skill`}
        teamHref={teamHref}
      />
    </>
  );
}
