import { drawHatches } from '#app/charts/heatmap/drawing/draw-hatches.ts';
import { drawSample } from '#app/charts/heatmap/drawing/draw-sample.ts';
import { pictureType } from '#app/charts/heatmap/drawing/draw-text.ts';
import { Markup } from '#app/charts/heatmap/markup.tsx';
import type { PictureCells, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import toldSamples from './legend-told.json' with { type: 'json' };
import { levelsWords } from './levels-words.ts';
import type { ToldLegend } from './tell-legend.ts';

const told = toldSamples as unknown as ToldLegend;

interface LegendProps {
  picture: { kind: PictureCells['kind']; disclosureControlled: boolean };
  metric: PictureMetric;
  scales: SkillScales;
}

/**
 * Explains fills, texts, borders and marks of a picture. Each sample is drawn by the picture's own code; its look was worked out by it too,
 * and a test finds where the two differ, so that the key cannot drift from it.
 */
export function Legend({ picture: { kind, disclosureControlled }, metric, scales }: LegendProps) {
  const samples = drawnSamples(kind, metric).filter(({ words }) => !words.startsWith('hidden') || disclosureControlled);
  return (
    <div className="my-snug break-inside-avoid text-note">
      <h2 className="sr-only">Key</h2>
      <Markup className="absolute" isHidden markup={`<svg width="0" height="0">${drawHatches('key-hatch')}</svg>`} />
      {levelsWords(scales, kind, metric).map((words) => (
        <p key={words} className="mb-close text-muted">
          {words}
        </p>
      ))}
      <ul className="flex flex-wrap gap-x-step gap-y-close">
        {samples.map(({ words, markup }) => (
          <li key={words} className="flex items-center gap-close">
            <Markup className="flex-none" isHidden markup={markup} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The samples of a metric are the same in every picture, and drawn once. */
const drawn = new Map<string, { words: string; markup: string }[]>();

function drawnSamples(kind: PictureCells['kind'], metric: PictureMetric): { words: string; markup: string }[] {
  const key = `${kind} ${metric}`;
  const found = drawn.get(key);
  if (found !== undefined) return found;
  const made = told.samples[kind][metric]!.map(([words, look, cellWidth]) => {
    const [text, style] = told.looks[look]!;
    const { svg, width, height } = drawSample({ ...told.styles[style]!, text }, cellWidth, { shown: 'by-style', id: 'key-hatch' });
    return { words, markup: `<svg class="block heatmap-picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${pictureType}>${svg}</svg>` };
  });
  drawn.set(key, made);
  return made;
}
