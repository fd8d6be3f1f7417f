import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { ReadCell } from '#app/charts/heatmap/look/read-cells.ts';
import { readTold } from './read-told.ts';
import type { ToldFigure } from './told-figure.ts';
import type { ToldMetric } from './told-picture.ts';

/** What a metric shows of a figure: for a picture with the whole meaning of its cells (`words`), for a table with state and marks (`short`). */
export function readFigure(told: ToldFigure, name: PictureMetric, heldLevel: number, say: 'words' | 'short'): { metric: ToldMetric; read: (at: number) => ReadCell } {
  const { metric, look } = readTold(told, name, heldLevel);
  const { words } = readTold({ ...told, metrics: { said: { ...metric, words: metric[say] } } }, name, heldLevel);
  const ways = new Set([metric.look, ...(metric.day ? [metric.day] : []), ...metric[say].map((part) => told.parts[part]!)].map(([kinds]) => told.kinds[kinds]!));
  const known = new Map<string, ReadCell>();
  return {
    metric,
    read: (at) => {
      let key = '';
      for (const kinds of ways) key += `${kinds[at]} `;
      let cell = known.get(key);
      if (!cell) known.set(key, (cell = { look: look(at), words: words(at) }));
      return cell;
    },
  };
}
