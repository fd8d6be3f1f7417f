import { HeatmapCaption } from '#app/charts/heatmap/heatmap-caption.tsx';
import { Heatmap } from '#app/charts/heatmap/heatmap.tsx';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { FlagList } from '#app/routes/teams/flag-list.tsx';
import { Completeness } from '#app/routes/teams/completeness.tsx';
import type { HomeTeam } from '#app/services/reports/read-home.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { WaitingPeople } from './waiting-people.tsx';

const peopleOf = (teamId: string) => `/teams/${teamId}/heatmap?view=people`;
const hrefs = { cellHref: peopleOf, rowHref: peopleOf };

interface HomeTeamGlanceProps {
  team: Omit<HomeTeam, 'matrix'> & { /** Its teams as a picture; null for a team without any. */ glance: ToldFigure | null };
  today: string;
  version: string;
}

/** One service at a glance: where it stands in a sentence, the worst flags, the teams, how complete the picture is. */
export function HomeTeamGlance({ team, today, version }: HomeTeamGlanceProps) {
  const { id, name, people, totals, flagCount, worstFlags, glance } = team;
  const open = totals.expected - totals.agreed;
  return (
    <section aria-labelledby={`team-${id}`} className="mb-part">
      <h2 id={`team-${id}`} className="mb-close text-heading-l font-heading">
        <TextLink to={`/teams/${id}`}>{name}</TextLink>
      </h2>
      {people === 0 ? (
        <EmptyState title="Nobody is recorded here yet" action={{ to: `/teams/${id}/people`, label: 'Go to people' }}>
          <p>Add people with their role levels; what is expected of them then shows here.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-step max-w-prose text-body md:text-lead">
            {people} people meet {totals.met} of the {totals.agreed} expected skill levels that are agreed
            {open > 0 && <>; {open} are not agreed yet</>}. {flagCount === 0 ? 'Nothing asks for action.' : `${flagCount} findings ask for action.`}
          </p>
          <FlagList flags={worstFlags} />
          {flagCount > worstFlags.length && (
            <p className="my-step">
              <TextLink to={`/teams/${id}/flags`}>All {flagCount} findings</TextLink>
            </p>
          )}
          {glance && (
            <Heatmap
              id={`heatmap-${id}`}
              told={glance}
              metric="met"
              heldLevel={1}
              label={`${name}: people who meet the expected level, of those assessed`}
              hrefs={hrefs}
              emptySentence="No skill is expected of anybody here."
              caption={
                <HeatmapCaption
                  title="People who meet the expected level, of those assessed"
                  date={formatDate(today)}
                  frameworkVersion={version}
                  order="teams by name; skills expected of most people first, then by name"
                  counted={`${people} people, ${totals.expected} expected skill levels`}
                  notCounted={open === 0 ? null : `${open} without an agreed level`}
                />
              }
            />
          )}
          <div className="mt-part">
            <WaitingPeople people={team.waiting} />
            <Completeness totals={totals} />
          </div>
        </>
      )}
    </section>
  );
}
