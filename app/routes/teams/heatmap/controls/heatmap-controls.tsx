import { comparedViews } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import { viewNames } from '#app/routes/teams/heatmap/picture-words.ts';
import type { HeatmapPage } from '#app/routes/teams/heatmap/read-heatmap-page.server.ts';
import { useAskedState } from '#app/routes/teams/heatmap/use-asked-state.ts';
import { CompareForm } from './compare-form.tsx';
import { DateForm } from './date-form.tsx';
import { FilterForm } from './filter-form.tsx';
import { MetricRow } from './metric-row.tsx';
import { PlainLinks } from './plain-links.tsx';
import { RowOrder } from './row-order.tsx';
import { TimeScrubber } from './time-scrubber.tsx';
import { timeStops } from './time-stops.ts';
import { ViewTabs } from './view-tabs.tsx';

interface HeatmapControlsProps {
  page: HeatmapPage;
  /** What the address of the page shown asks for. */
  asked: PictureState;
}

/** Everything that changes what is shown. Each control is a link or a form of its own address. */
export function HeatmapControls({ page, asked }: HeatmapControlsProps) {
  const { team, shown, choices, today, mayNamePeople, problem } = page;
  const { soon } = useAskedState();
  const { views, metrics } = choices;
  const scrubber = mayNamePeople && shown.view !== 'cycles' && (
    <div className="max-w-full min-w-0 sm:ml-auto">
      <TimeScrubber stops={timeStops(choices.cycles, today, (asOf) => pictureAddress(team.id, asked, { asOf, open: asked.open }))} asOf={shown.asOf} />
    </div>
  );
  const hasMetrics = metrics.length > 1;
  return (
    <div className="mb-hair">
      <ViewTabs
        title={`Where ${team.name} stands`}
        items={views.map((view) => ({ to: pictureAddress(team.id, soon, { view, metric: null, orderSkillId: null, multiples: false }), label: viewNames[view], current: view === shown.view }))}
      />
      <div className="flex flex-wrap items-center gap-x-step">
        <MetricRow page={page} soon={soon} />
        {hasMetrics && scrubber}
      </div>
      {mayNamePeople && (
        <div className="relative flex flex-wrap items-center gap-x-step print:hidden">
          <RowOrder page={page} soon={soon} />
          <FilterForm state={soon} view={shown.view} choices={choices} />
          {comparedViews.includes(shown.view) && <CompareForm teamId={team.id} state={soon} asOf={shown.asOf} rounds={choices.cycles} problem={problem} />}
          <PlainLinks page={page} soon={soon}>
            <DateForm teamId={team.id} state={soon} asOf={shown.asOf} today={today} />
          </PlainLinks>
          {!hasMetrics && scrubber}
        </div>
      )}
    </div>
  );
}
