import { muted } from '#app/charts/colour.ts';
import { heatmapSizes as sizes } from './heatmap-sizes.ts';

/** What a cell's text means, at the foot of the corner between heads and labels. */
export function Corner({ lines, height }: { lines: readonly string[]; height: number }) {
  return (
    <g fontSize={sizes.noteSize} fill={muted}>
      {lines.map((text, index) => (
        <text key={index} x={0} y={height - sizes.headPadding - (lines.length - 1 - index) * sizes.noteLine}>
          {text}
        </text>
      ))}
    </g>
  );
}
