import { standaloneSvg } from '#app/charts/heatmap/drawing/standalone-svg.ts';
import { svgFault } from '#app/charts/heatmap/drawing/svg-fault.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { FileAbout } from './file-about.ts';

interface FileSvgOptions {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
  about: FileAbout;
}

/**
 * A picture, or two days one under the other, as one drawing. Every drawing is checked before it is handed out: throws an Error where it
 * would hold anything but the shapes and texts that a picture needs.
 */
export function fileSvg(pictures: readonly [Picture, ...Picture[]], { about, ...options }: FileSvgOptions): string {
  // With the hatches of paper: what is taken away ends up on a printer without colours sooner or later.
  const lines = about.lines.map(({ label, text }) => `${label}: ${text}.`);
  const [first, ...others] = pictures.map((picture, at) => {
    const title = pictures.length === 1 ? about.title : `${about.title}, ${formatDate(picture.asOf)}`;
    return standaloneSvg(picture, { ...options, title, lines: at === 0 ? lines : [], hatches: true });
  });
  const svg = others.reduce(underneath, first!);
  const fault = svgFault(svg);
  if (fault !== null) throw new Error(`The drawing of a picture is not one that may be handed out: ${fault}`);
  return svg;
}

const root = /^<svg [^>]*? width="(\d+)" height="(\d+)" viewBox="[^"]*"[^>]*>/;

/** Two drawings as one, the second below the first. Both define the same hatches, so that the definitions of one are enough. */
function underneath(upper: string, lower: string): string {
  const [[upperRoot, upperWidth, upperHeight], [lowerRoot, lowerWidth, lowerHeight]] = [upper, lower].map((svg) => root.exec(svg)!) as [RegExpExecArray, RegExpExecArray];
  const [width, height] = [Math.max(Number(upperWidth), Number(lowerWidth)), Number(upperHeight) + Number(lowerHeight)];
  const inside = (svg: string, from: string) => svg.slice(from.length, -'</svg>'.length);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `${inside(upper, upperRoot)}<g transform="translate(0 ${upperHeight})">${inside(lower, lowerRoot).replace(/<defs>.*?<\/defs>/s, '')}</g></svg>`
  );
}
