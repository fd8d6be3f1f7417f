import { comparedViews, type PictureView } from '#app/domain/capability/picture/picture.ts';
import { type PictureState, rowOrders } from '#app/domain/capability/picture/picture-state.ts';
import { ChoiceForm } from './choice-form.tsx';
import { CompareForm } from './compare-form.tsx';
import { DateForm } from './date-form.tsx';
import { FilterForm } from './filter-form.tsx';
import type { HeatmapPage } from '#app/routes/teams/heatmap/read-heatmap-page.server.ts';
import { metricNames, orderNames, viewNames } from '#app/routes/teams/heatmap/picture-words.ts';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import { SwitchLinks } from './switch-links.tsx';
import { TimeScrubber } from './time-scrubber.tsx';
import { timeStops } from './time-stops.ts';
import { useAskedState } from '#app/routes/teams/heatmap/use-asked-state.ts';
import { ViewTabs } from './view-tabs.tsx';

/** The views of which rows can be put in another order. */
const ordered = ['people', 'teams', 'role-levels', 'voices'];

/** What the order that a view starts in is called where its rows are no people. */
const firstOrders: Partial<Record<PictureView, string>> = { teams: 'Team', 'role-levels': 'Role, then seniority' };

/** Everything that changes what is shown. Each control is a link or a form of its own address. */
export function HeatmapControls({ page, asked }: { page: HeatmapPage; asked: PictureState }) {
  const { team, shown, choices, today, mayNamePeople, problem } = page;
  const { soon } = useAskedState();
  const to = (change: Parameters<typeof pictureAddress>[2]) => pictureAddress(team.id, soon, change);
  const { views, metrics } = choices;
  const metric = soon.metric !== null && metrics.includes(soon.metric) ? soon.metric : metrics[0]!;
  const order = soon.order ?? 'team';
  // Where the address names no skill, the order goes by the first column shown.
  const orderSkill = soon.orderSkillId ?? page.picture.columns[0]?.id ?? '';
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
        items={views.map((view) => ({ to: to({ view, metric: null, orderSkillId: null, multiples: false }), label: viewNames[view], current: view === shown.view }))}
      />
      <div className="flex flex-wrap items-center gap-x-step">
        {hasMetrics && (
          <SwitchLinks label="What a cell says" items={metrics.map((one) => ({ to: to({ metric: one, open: soon.open, from: soon.from }), label: metricNames[one], current: one === metric }))} />
        )}
        {metric === 'holders' && page.highestLevel > 0 && (
          <SwitchLinks
            label="The level that is counted"
            lead="Level"
            items={Array.from({ length: page.highestLevel }, (_, at) => at + 1).map((level) => ({
              to: to({ metric, heldLevel: level, open: soon.open, from: soon.from }),
              label: String(level),
              current: level === (soon.heldLevel ?? 1),
            }))}
          />
        )}
        {hasMetrics && scrubber}
      </div>
      {mayNamePeople && (
        <div className="relative flex flex-wrap items-center gap-x-step print:hidden">
          {ordered.includes(shown.view) && (
            <ChoiceForm
              id="picture-order"
              state={soon}
              label="Order"
              name="order"
              value={order}
              drops={['by']}
              options={rowOrders.map((one) => ({ value: one, label: (one === 'team' && firstOrders[shown.view]) || orderNames[one] }))}
            />
          )}
          {ordered.includes(shown.view) && order === 'skill' && (
            <ChoiceForm id="picture-by" state={{ ...soon, order }} label="Skill" name="by" value={orderSkill} options={choices.skills.map(({ id, name }) => ({ value: id, label: name }))} />
          )}
          <FilterForm state={soon} view={shown.view} choices={choices} />
          {comparedViews.includes(shown.view) && <CompareForm teamId={team.id} state={soon} asOf={shown.asOf} rounds={choices.cycles} problem={problem} />}
          {shown.before !== null && (
            <SwitchLinks
              label="How the two days stand"
              items={(['change', 'side'] as const).map((compare) => ({
                to: to({ compare, metric: null }),
                label: compare === 'change' ? 'Difference' : 'Side by side',
                current: compare === shown.compare,
              }))}
            />
          )}
          {shown.before !== null && <SwitchLinks label="Comparison" items={[{ to: to({ before: null, compare: 'change', metric: null }), label: 'Stop comparing', current: false }]} />}
          <DateForm teamId={team.id} state={soon} asOf={shown.asOf} today={today} />
          {shown.view === 'people' && team.isService && (
            <SwitchLinks label="One picture or many" items={[{ to: to({ multiples: !soon.multiples }), label: soon.multiples ? 'One picture of all' : 'One picture a team', current: false }]} />
          )}
          {shown.view !== 'cycles' && (
            <SwitchLinks
              label="Columns"
              items={[{ to: to({ groupColumns: !soon.groupColumns }), label: soon.groupColumns ? 'Ungroup the skills' : 'Group shared skills', current: false }]}
            />
          )}
          {!hasMetrics && scrubber}
        </div>
      )}
    </div>
  );
}
