import type { ReactNode } from 'react';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { line, paper } from '#app/charts/colour.ts';
import { layoutLevelHistory } from './layout-level-history.ts';
import type { LevelHistory } from './level-history.ts';
import { LevelHistoryPicture } from './level-history-picture.tsx';
import { sourceLooks } from './source-look.ts';

interface LevelHistoryChartProps {
  history: LevelHistory;
  /** Names the picture: "Testing: levels over time". */
  label: string;
  caption: ReactNode;
  /** For a place that is narrow on every screen. */
  narrow?: boolean;
}

/** What each source said of one skill over time, as step lines against what was expected. Nothing where nothing was said. */
export function LevelHistoryChart({ history, label, caption, narrow: isNarrow = false }: LevelHistoryChartProps) {
  const [wide, narrow] = [layoutLevelHistory(history, { width: 760 }), layoutLevelHistory(history, { width: 288 })];
  if (!wide || !narrow) return null;
  const isExpected = wide.expected !== '';
  const hasGap = wide.rows.some(({ level }) => level === null);
  return (
    <figure className="mb-step">
      <figcaption className="mb-close text-dense">{caption}</figcaption>
      <ul aria-label="Key" className="mb-close flex flex-wrap gap-x-step gap-y-hair text-dense">
        {assessmentSources
          .filter((source) => history.said[source].length > 0)
          .map((source) => {
            const look = sourceLooks[source];
            return (
              <li key={source} className="flex items-center gap-close">
                <svg width={44} height={16} viewBox="0 0 44 16" aria-hidden="true" className="heatmap-picture">
                  <path className="heatmap-rule" d="M0,8H44" stroke={look.stroke} strokeWidth={look.width} strokeDasharray={look.dashes} />
                  <path className={look.isFilled ? 'heatmap-bar' : 'heatmap-track'} transform="translate(22,8)" d={look.mark} fill={look.isFilled ? look.stroke : paper} stroke={look.stroke} strokeWidth={2} />
                </svg>
                {look.name}
              </li>
            );
          })}
        {isExpected && (
          <li className="flex items-center gap-close">
            <svg width={44} height={16} viewBox="0 0 44 16" aria-hidden="true" className="heatmap-picture">
              <path className="heatmap-rule" d="M0,8H44" stroke={line} strokeOpacity={0.5} strokeWidth={16} />
            </svg>
            Expected
          </li>
        )}
        {hasGap && <li>n/o: not observed, or exempt</li>}
      </ul>
      {!isNarrow && (
        <div className="hidden sm:block">
          <LevelHistoryPicture layout={wide} label={label} />
        </div>
      )}
      <div className={isNarrow ? undefined : 'sm:hidden'}>
        <LevelHistoryPicture layout={narrow} label={label} />
      </div>
    </figure>
  );
}
