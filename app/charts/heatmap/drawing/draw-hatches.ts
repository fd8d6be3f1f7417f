import { ink, paper } from '#app/charts/colour.ts';

/**
 * The two hatches for paper and system colours, under ids that start so: short falls to the right, over rises and is set wider. Each line is
 * dark beside light, so that it shows on light and on dark fills.
 */
export function drawHatches(id: string): string {
  return `<defs>${hatch(`${id}-short`, 6, 'l10 10')}${hatch(`${id}-over`, 9, 'l13 -13')}</defs>`;
}

function hatch(id: string, size: number, line: string): string {
  const start = line.includes('-') ? size + 2 : -2;
  const lines = (shift: number) => [-size, 0, size].map((x) => `M${x - 2 + shift} ${start}${line}`).join('');
  return (
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path class="heatmap-hatch-line" d="${lines(0)}" stroke="${ink}" stroke-opacity="0.4"/>` +
    `<path class="heatmap-hatch-light" d="${lines(1.5)}" stroke="${paper}" stroke-opacity="0.4"/></pattern>`
  );
}
