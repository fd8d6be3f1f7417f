import { drawHatches } from '#app/charts/heatmap/drawing/draw-hatches.ts';
import { drawSample } from '#app/charts/heatmap/drawing/draw-sample.ts';
import { pictureType } from '#app/charts/heatmap/drawing/draw-text.ts';
import { Markup } from '#app/charts/heatmap/markup.tsx';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { legendSamples } from './legend-samples.ts';
import { levelsWords } from './levels-words.ts';

interface LegendProps {
  picture: Pick<Picture, 'cells' | 'disclosureControlled'>;
  metric: PictureMetric;
  scales: SkillScales;
}

/**
 * Explains fills, texts, borders and marks of a picture. Each sample is laid out and drawn by the picture's own code, so that the key
 * cannot drift from it.
 */
export function Legend({ picture, metric, scales }: LegendProps) {
  const { kind } = picture.cells;
  const samples = drawnSamples(kind, metric).filter(({ words }) => !words.startsWith('hidden') || picture.disclosureControlled);
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

function drawnSamples(kind: Picture['cells']['kind'], metric: PictureMetric): { words: string; markup: string }[] {
  const key = `${kind} ${metric}`;
  const found = drawn.get(key);
  if (found !== undefined) return found;
  const made = legendSamples(kind, metric).map(({ words, picture }) => {
    const { svg, width, height } = drawSample(picture, metric, { shown: 'by-style', id: 'key-hatch' });
    return { words, markup: `<svg class="block heatmap-picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${pictureType}>${svg}</svg>` };
  });
  drawn.set(key, made);
  return made;
}
