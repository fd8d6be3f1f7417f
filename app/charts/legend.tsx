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
  const samples = legendSamples(kind, metric).filter(({ words }) => !words.startsWith('hidden') || picture.disclosureControlled);
  return (
    <div className="my-snug text-note">
      <h2 className="sr-only">Key</h2>
      <Markup className="absolute" isHidden markup={`<svg width="0" height="0">${drawHatches('key-hatch')}</svg>`} />
      {(kind !== 'count' || metric === 'holders') &&
        levelsWords(scales).map((words) => (
          <p key={words} className="mb-close text-muted">
            {words}
          </p>
        ))}
      <ul className="flex flex-wrap gap-x-step gap-y-close">
        {samples.map(({ words, picture: sample }) => {
          const { svg, width, height } = drawSample(sample, metric, { shown: 'by-style', id: 'key-hatch' });
          return (
            <li key={words} className="flex items-center gap-close">
              <Markup
                className="flex-none"
                isHidden
                markup={`<svg class="block heatmap-picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${pictureType}>${svg}</svg>`}
              />
              <span>{words}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
