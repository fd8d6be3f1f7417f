import { ink } from '#app/charts/colour.ts';

/** The two hatches for paper and system colours: short falls to the right, over rises, and is thinner set. The same on every picture of a page. */
export function drawHatches(): string {
  const hatch = (kind: string, d: string, size: number) =>
    `<pattern id="hatch-${kind}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path class="heatmap-hatch-line" d="${d}" stroke="${ink}" stroke-opacity="0.4"/></pattern>`;
  return hatch('short', 'M-1 -1l8 8M-1 5l2 2M5 -1l2 2', 6) + hatch('over', 'M-1 10l11 -11M-1 1l2 -2M8 10l2 -2', 9);
}
