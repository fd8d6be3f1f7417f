import { levelFill, line } from '#app/charts/colour.ts';
import type { SkillStanding } from '#app/domain/capability/picture/order/skill-standing.ts';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { panelLevel } from './panel-words.ts';

const width = 120;

/** How many people stand at each level, the highest first, and of how many of those expected nothing is agreed. The figure says it; the bar repeats it. */
export function PanelDistribution({ standing, levels }: { standing: SkillStanding; levels: readonly ScaleStep[] }) {
  const { atLevel, notAssessed, notObserved, heldBesides } = standing;
  const rows = [
    ...atLevel.map((people, ordinal) => ({ name: panelLevel(levels, ordinal), people, fill: ordinal === 0 ? line : levelFill(ordinal) })).reverse(),
    { name: 'Not observed', people: notObserved, fill: null },
    { name: 'Not assessed', people: notAssessed, fill: null },
  ];
  const most = Math.max(1, ...rows.map(({ people }) => people));
  return (
    <>
      <table className="w-full">
        <caption className="sr-only">People at each agreed level</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Agreed level</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, people, fill }) => (
            <tr key={name}>
              <th scope="row" className="py-hair pr-snug text-left font-regular">
                {name}
              </th>
              <td className="w-0 py-hair pr-close text-right font-strong tabular-nums">
                {people}
              </td>
              <td className="w-0 py-hair" aria-hidden="true">
                <svg width={width} height={14} viewBox={`0 0 ${width} 14`} className="heatmap-picture">
                  {people > 0 && (
                    <rect
                      className={fill === null ? 'heatmap-track' : 'heatmap-bar'}
                      x={0.5}
                      y={1.5}
                      width={Math.max(2, Math.round((people / most) * (width - 1)))}
                      height={11}
                      fill={fill ?? 'none'}
                      stroke={line}
                      strokeDasharray={fill === null ? '3 2' : undefined}
                    />
                  )}
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {heldBesides > 0 && <p className="text-muted">{heldBesides === 1 ? 'One of them is' : `${heldBesides} of them are`} not expected to hold it.</p>}
    </>
  );
}
