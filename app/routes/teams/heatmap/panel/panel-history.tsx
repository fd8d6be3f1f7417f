import { LevelHistoryChart } from '#app/charts/history/level-history-chart.tsx';
import { LevelHistoryTable } from '#app/charts/history/level-history-table.tsx';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { PanelPart } from './panel-part.tsx';
import { panelLevel } from './panel-words.ts';

/** How the levels went over time, as a step line and as its equal table. Nothing where nothing was ever said. */
export function PanelHistory({ detail: { person, skill, history, asOf, isToday } }: { detail: CellDetail }) {
  if (assessmentSources.every((source) => history.said[source].length === 0)) return null;
  const day = isToday ? '' : `&asOf=${asOf}`;
  return (
    <PanelPart title="Over time">
      <LevelHistoryChart narrow history={history} label={`${skill.name}: levels over time, by source, against what was expected`} caption="What is expected is by the framework version adopted now." />
      <Details summary="The picture as a table">
        <LevelHistoryTable history={history} caption={`${skill.name}: levels over time`} levelName={(level) => panelLevel(skill.levels, level)} />
      </Details>
      <TextLink to={`/people/${person.id}/history?skill=${skill.id}${day}`}>All that was recorded</TextLink>
    </PanelPart>
  );
}
