import { gapFill, ink, line } from '#app/charts/colour.ts';
import { layoutCoverageBars, type CoverageBar, type CoverageFact } from './layout-coverage-bars.ts';

interface CoverageBarsProps {
  facts: readonly CoverageFact[];
  /** What the bars show, for example "Coverage rules of IT service management". */
  label: string;
  /** Where a rule's name leads; without it the names are plain text. */
  ruleHref?: (ruleId: string) => string;
  /** Said in place of bars without rules. */
  emptySentence: string;
}

const width = 160;
const height = 20;
const fills = { nobody: gapFill(-3), one: gapFill(-2), short: gapFill(-1), met: gapFill(2) } as const;
const standings = { nobody: 'Nobody', one: 'One person', short: 'Too few', met: 'Covered' } as const;

/** One line for each coverage rule: its name, the people there are against the people it asks for, as a bar and as text. */
export function CoverageBars({ facts, label, ruleHref, emptySentence }: CoverageBarsProps) {
  if (facts.length === 0) return <p>{emptySentence}</p>;
  return (
    <ul aria-label={label} className="text-dense">
      {layoutCoverageBars(facts, { width }).map((bar) => (
        <li key={bar.ruleId} className="flex flex-wrap items-center gap-x-step gap-y-hair border-b border-line py-close">
          <span className="min-w-0 flex-[0_1_28rem]">
            {ruleHref ? <a href={ruleHref(bar.ruleId)}>{bar.name}</a> : bar.name}
          </span>
          <span className="flex flex-wrap items-center gap-close">
            <Bar bar={bar} />
            <span className="w-14 text-right font-strong tabular-nums">{bar.text}</span>
            <span className="w-24">{standings[bar.standing]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The text beside the bar says the same, so the bar itself is silent to a screen reader. */
function Bar({ bar }: { bar: CoverageBar }) {
  return (
    <svg className="flex-none" width={width + 4} height={height} viewBox={`-2 0 ${width + 4} ${height}`} aria-hidden="true">
      <path className="heatmap-rule" d={`M0,${height / 2}h${width}`} stroke={line} />
      <rect className="heatmap-bar" x={0} y={5} width={bar.actualX} height={10} fill={fills[bar.standing]} />
      <path className="heatmap-rule" d={`M${bar.requiredX},1v${height - 2}`} stroke={ink} strokeWidth={2.5} />
    </svg>
  );
}
