import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import { metricNames } from '#app/routes/teams/heatmap/picture-words.ts';
import type { Controlled } from './controlled.ts';
import { SwitchLinks } from './switch-links.tsx';

/** What a cell says, and of people at a level, which level. Nothing where a view has only one thing to say. */
export function MetricRow({ page: { team, choices, highestLevel }, soon }: Controlled) {
  const { metrics } = choices;
  const metric = soon.metric !== null && metrics.includes(soon.metric) ? soon.metric : metrics[0]!;
  const { open, from } = soon;
  return (
    <>
      {metrics.length > 1 && (
        <SwitchLinks label="What a cell says" items={metrics.map((one) => ({ to: pictureAddress(team.id, soon, { metric: one, open, from }), label: metricNames[one], current: one === metric }))} />
      )}
      {metric === 'holders' && highestLevel > 0 && (
        <SwitchLinks
          label="The level that is counted"
          lead="Level"
          items={Array.from({ length: highestLevel }, (_, at) => at + 1).map((level) => ({
            to: pictureAddress(team.id, soon, { metric, heldLevel: level, open, from }),
            label: String(level),
            current: level === (soon.heldLevel ?? 1),
          }))}
        />
      )}
    </>
  );
}
