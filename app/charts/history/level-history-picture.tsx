import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { ink, line, muted, paper } from '#app/charts/colour.ts';
import type { LevelHistoryLayout } from './layout-level-history.ts';
import { sourceLooks } from './source-look.ts';

/** The drawing itself, from its layout. `label` is what a screen reader says of it; the table beneath says the rest. */
export function LevelHistoryPicture({ layout, label }: { layout: LevelHistoryLayout; label: string }) {
  const { width, height, left, right, bottom, rows, ticks, expected, lines, points } = layout;
  return (
    <svg className="heatmap-picture block max-w-full" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {rows.map(({ y, label: words, level }) => (
        <g key={words}>
          {level !== null && <path className="heatmap-rule" d={`M${left},${y}H${right}`} stroke={line} strokeWidth={1} fill="none" />}
          <text x={left - 8} y={y + 5} textAnchor="end" fontSize={14} fill={muted}>
            {words}
          </text>
        </g>
      ))}
      <path className="heatmap-rule" d={`M${left},${bottom}H${right}`} stroke={muted} fill="none" />
      {ticks.map(({ x, label: words, anchor }) => (
        <g key={`${x} ${words}`}>
          <path className="heatmap-rule" d={`M${x},${bottom}v5`} stroke={muted} fill="none" />
          <text x={x} y={bottom + 20} textAnchor={anchor} fontSize={14} fill={muted}>
            {words}
          </text>
        </g>
      ))}
      {expected !== '' && <path className="heatmap-rule" d={expected} stroke={line} strokeWidth={20} strokeOpacity={0.5} fill="none" />}
      {lines.map(({ source, d }) => {
        const look = sourceLooks[source];
        return d === '' ? null : <path key={source} className="heatmap-rule" d={d} stroke={look.stroke} strokeWidth={look.width} strokeDasharray={look.dashes} fill="none" />;
      })}
      {assessmentSources.flatMap((source) =>
        points
          .filter((point) => point.source === source)
          .map(({ x, y, on, level }) => {
            const look = sourceLooks[source];
            return (
              <path
                key={`${source} ${on}`}
                className={look.isFilled ? 'heatmap-bar' : 'heatmap-track'}
                transform={`translate(${x},${y})`}
                d={look.mark}
                fill={look.isFilled ? look.stroke : paper}
                stroke={level === null ? ink : look.stroke}
                strokeWidth={2}
              />
            );
          }),
      )}
    </svg>
  );
}
