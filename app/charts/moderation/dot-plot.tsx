import { ink, levelFill, line, paper } from '#app/charts/colour.ts';
import { PictureText } from '#app/charts/heatmap/picture-text.tsx';
import { type DotPlotLayout, dotPlotType, type DotPlotRow, layoutDotPlot, type PlottedRow } from './layout-dot-plot.ts';

interface DotPlotProps {
  /** In the order in which they are drawn. */
  rows: readonly DotPlotRow[];
  /** What the picture shows; the table beside it says the same in figures. */
  label: string;
  /** What the two ends of the scale mean, such as "self is lower" and "self is higher". */
  ends: readonly [string, string];
}

/**
 * Differences of levels by name as dots: where a dot stands is the difference, its area the number of cases. Drawn twice, for
 * wide and for narrow screens, of which one is shown. A table equal in content (DifferenceTable) belongs beside it.
 */
export function DotPlot({ rows, label, ends }: DotPlotProps) {
  if (rows.length === 0) return null;
  return (
    <figure className="mb-snug">
      <figcaption className="mb-close max-w-prose text-dense text-muted">
        <strong className="block font-strong text-ink">{label}</strong>
        Left of 0: {ends[0]}. Right of 0: {ends[1]}. A larger dot is more cases; behind each name stands how many were compared.
      </figcaption>
      <div className="hidden sm:block print:block">
        <DotPicture layout={layoutDotPlot(rows, { width: 640, size: 'wide' })} label={label} />
      </div>
      <div className="sm:hidden print:hidden">
        <DotPicture layout={layoutDotPlot(rows, { width: 288, size: 'narrow' })} label={label} />
      </div>
    </figure>
  );
}

/** One dot plot as a picture of its own. */
export function DotPicture({ layout, label }: { layout: DotPlotLayout; label: string }) {
  const { width, height, left, right, top, ticks, rows } = layout;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" className="max-w-full" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}. The table below says the same.`}>
      <rect width={width} height={height} fill={paper} className="heatmap-track" stroke="none" />
      <PictureText>
        {ticks.map(({ difference, text, x }) => (
          <text key={difference} x={x} y={top - 10} fontSize={dotPlotType.tick} textAnchor="middle">
            {text}
          </text>
        ))}
        {rows.map((row) => (
          <Row key={row.key} row={row} ticks={ticks} left={left} right={right} />
        ))}
      </PictureText>
    </svg>
  );
}

function Row({ row, ticks, left, right }: { row: PlottedRow; ticks: DotPlotLayout['ticks']; left: number; right: number }) {
  const { lines, labelX, labelY, bandTop, bandBottom, axisY, dots, interval } = row;
  return (
    <g>
      {ticks.map(({ difference, x }) => (
        <path key={difference} className="heatmap-rule" d={`M${x},${bandTop}V${bandBottom}`} stroke={difference === 0 ? ink : line} strokeWidth={difference === 0 ? 1.5 : 1} />
      ))}
      <text fontSize={dotPlotType.label} x={labelX} y={labelY}>
        {lines.map((text, index) => (
          <tspan key={index} x={labelX} dy={index === 0 ? 0 : 20}>
            {text}
          </tspan>
        ))}
      </text>
      <path className="heatmap-rule" d={`M${left},${axisY}H${right}`} stroke={line} strokeDasharray="1 3" />
      {dots.map(({ difference, x, radius }) => (
        <circle key={difference} className="heatmap-bar" cx={x} cy={axisY} r={radius} fill={levelFill(2)} stroke={paper} />
      ))}
      {interval && (
        <g>
          <path className="heatmap-rule" d={`M${interval.lowX},${interval.y}H${interval.highX}M${interval.lowX},${interval.y - 5}v10M${interval.highX},${interval.y - 5}v10`} stroke={ink} strokeWidth={2} fill="none" />
          <path className="heatmap-bar" d={`M${interval.meanX},${interval.y - 6}l3,6l-3,6l-3,-6z`} fill={ink} />
        </g>
      )}
    </g>
  );
}
