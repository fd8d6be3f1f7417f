import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import { metricKey } from './metric-key.ts';
import type { ToldMetric, ToldOfKinds, ToldPicture } from './told-picture.ts';

/** What a metric shows of a told picture: of the cell at row * columns + column its look, and its whole meaning in words. */
export interface ToldCells {
  metric: ToldMetric;
  look: (at: number) => CellLook;
  words: (at: number) => string;
}

/** What a reading needs of a told picture. */
type ToldCellsOf = Pick<ToldPicture, 'kinds' | 'looks' | 'metrics' | 'styles' | 'parts'>;

/**
 * Reads a told picture: the one place where a browser learns what a cell looks like and says. A metric that was not told is read as the
 * usual one, since a picture stays for a moment when another one was asked for.
 */
export function readTold({ kinds, looks, metrics, styles, parts }: ToldCellsOf, name: PictureMetric, heldLevel: number): ToldCells {
  const metric = metrics[metricKey(name, heldLevel)] ?? Object.values(metrics)[0]!;
  const toldOf = <Told>([which, told]: ToldOfKinds<Told>, at: number): Told => {
    const places = kinds[which]!;
    return told[typeof places === 'string' ? places.charCodeAt(at) - 48 : places[at]!]!;
  };
  const drawn = looks.map(([text, style]): CellLook => ({ ...styles[style]!, text }));
  return {
    metric,
    look: (at) => {
      const look = drawn[toldOf(metric.look, at)]!;
      if (look.textColour) return look;
      // Painted as its day, and said after it.
      const { text, fill, textColour } = drawn[toldOf(metric.day!, at)]!;
      return { ...look, text: text + look.text, fill, textColour };
    },
    words: (at) => metric.words.map((part) => toldOf(parts[part]!, at)).join(''),
  };
}
