import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { noFilters } from '#app/routes/teams/heatmap/controls/no-filters.ts';
import { pictureAddress } from './picture-address.ts';

interface EmptyPictureProps {
  teamId: string;
  name: string;
  /** What the address asks for. */
  state: PictureState;
  /** What the filters hide, in words. */
  hidden: string | null;
  picture: Pick<Picture, 'view' | 'rows' | 'columns' | 'people' | 'hidden'>;
}

/** Why there is no picture, and what to do first. */
export function EmptyPicture(props: EmptyPictureProps) {
  return (
    <div className="mt-step">
      <Reason {...props} />
    </div>
  );
}

function Reason({ teamId, name, state, hidden, picture }: EmptyPictureProps) {
  const { filters } = state;
  const isFiltered = Object.values(filters).some((chosen) => chosen.length > 0);
  if (isFiltered && (picture.hidden.rows > 0 || picture.hidden.columns > 0)) {
    return (
      <EmptyState title="The filters leave nothing" action={{ to: pictureAddress(teamId, state, { filters: noFilters }), label: 'Clear all filters' }}>
        <p>No row of this picture fits all of the filters at once. {hidden !== null && `${hidden}. `}Remove one of them above, or all.</p>
      </EmptyState>
    );
  }
  if (picture.view === 'cycles') {
    return (
      <EmptyState title="No round to look back to yet" action={{ to: '/cycles', label: 'Go to rounds' }}>
        <p>Each round that has closed becomes a column here, so that one sees how the skills of {name} change.</p>
      </EmptyState>
    );
  }
  if (picture.people === 0) {
    return (
      <EmptyState title="Nobody is recorded here on this date" action={{ to: `/teams/${teamId}/people`, label: 'Go to people' }}>
        <p>Add the people of {name} with their role levels. What is expected of them then shows here.</p>
      </EmptyState>
    );
  }
  if (picture.view === 'voices') {
    return (
      <EmptyState title="Nobody has assessed themselves yet" action={{ to: '/cycles', label: 'Go to rounds' }}>
        <p>Where people and those who lead them have both said a level, this picture shows where the two differ.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No skill is expected of anybody here" action={{ to: '/framework', label: 'Go to the framework' }}>
      <p>The role levels of the people of {name} ask for no skill, and nobody was assessed in one.</p>
    </EmptyState>
  );
}
