import { line } from '#app/charts/colour.ts';
import { heatmapSizes as sizes } from './heatmap-sizes.ts';

/** The hairline above a group, from the left edge of its part of the picture; none above the first group. */
export function GroupRule({ y, width }: { y: number; width: number }) {
  if (y === 0) return null;
  return <path className="heatmap-rule" d={`M0,${y + sizes.groupPadding / 2}h${width}`} stroke={line} />;
}
