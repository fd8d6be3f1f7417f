import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { ink, muted } from '#app/charts/colour.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { escapeMarkup } from '#app/charts/heatmap/drawing/escape-markup.ts';
import { multipleSizes as sizes } from './multiple-sizes.ts';

const { step, gap } = sizes;
const side = step - gap;

/**
 * A picture of a few people drawn small, as one escaped string: fills by the looks of the large picture, and their meaning by shape where
 * no figure fits. An outline is a shortfall, a stroke nothing agreed, a dot nothing expected, a ring not observed, a tick upwards above
 * what is expected, a cross somebody who was not there. `label` says what it shows to whoever does not see it.
 */
export function drawMultiple(picture: Picture, metric: PictureMetric, { heldLevel, label }: { heldLevel: number; label: string }): string {
  const { rows, columns } = picture;
  const strips = Math.max(1, Math.ceil(columns.length / sizes.columns));
  const stripHeight = rows.length * step + sizes.stripGap;
  const [width, height] = [Math.min(columns.length, sizes.columns) * step, strips * stripHeight - sizes.stripGap];
  // Fills lie under every shape, whichever comes first.
  const [fills, shapes] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (paths: Map<string, string[]>, kind: string, d: string) => {
    const known = paths.get(kind);
    if (known) known.push(d);
    else paths.set(kind, [d]);
  };
  for (let at = 0; at < rows.length * columns.length; at += 1) {
    const column = at % columns.length;
    const [x, y] = [(column % sizes.columns) * step, Math.floor(at / columns.length) * step + Math.floor(column / sizes.columns) * stripHeight];
    const look = cellLook(picture, metric, at, { heldLevel });
    if (look.fill !== null) add(fills, look.fill, `M${x} ${y}h${side}v${side}h-${side}z`);
    for (const shape of shapesOf(look)) add(shapes, `${shape} ${look.fill === null ? muted : look.textColour}`, drawn[shape](x, y));
  }
  const drawing = [...fills, ...shapes].map(([kind, d]) => drawPath(kind, d.join(''))).join('');
  const scale = Math.max(1, Math.min(sizes.largestScale, (sizes.columns * step) / Math.max(1, width)));
  return `<svg class="heatmap-multiple" width="${round(width * scale)}" height="${round(height * scale)}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(label)}">${drawing}</svg>`;
}

const round = (length: number) => Math.round(length * 10) / 10;

type Shape = 'outline' | 'stroke' | 'dot' | 'ring' | 'tick' | 'cross';

/** From the cell's upper left corner. */
const drawn: Record<Shape, (x: number, y: number) => string> = {
  outline: (x, y) => `M${x + 0.75} ${y + 0.75}h${side - 1.5}v${side - 1.5}h-${side - 1.5}z`,
  stroke: (x, y) => `M${x + 2} ${y + side / 2}h${side - 4}`,
  dot: (x, y) => `M${x + 4} ${y + 4}h1v1h-1z`,
  ring: (x, y) => `M${x + 2.5} ${y + 4.5}a2 2 0 1 0 4 0a2 2 0 1 0 -4 0`,
  tick: (x, y) => `M${x + 2} ${y + 6}l2.5 -3l2.5 3`,
  cross: (x, y) => `M${x + 2.5} ${y + 2.5}l4 4m0 -4l-4 4`,
};

function shapesOf({ text, border, hatch }: ReturnType<typeof cellLook>): Shape[] {
  const shapes: Shape[] = border === 'short' || border === 'short-dashed' ? ['outline'] : [];
  if (text === '·' || text.endsWith('/·')) shapes.push('dot');
  else if (text === 'n/o' || text.endsWith('?')) shapes.push('ring');
  else if (text === '×') shapes.push('cross');
  else if (border === 'dashed' || border === 'short-dashed' || text === '-') shapes.push('stroke');
  else if (hatch === 'over') shapes.push('tick');
  return shapes;
}

function drawPath(kind: string, d: string): string {
  const [shape, colour] = kind.split(' ');
  if (colour === undefined) return `<path class="heatmap-small-fill" fill="${kind}" d="${d}"/>`;
  if (shape === 'dot') return `<path class="heatmap-small-dot" fill="${colour}" d="${d}"/>`;
  // An outline is dark on every fill; what stands inside a fill takes the colour that can be read on it.
  return `<path class="heatmap-small-line" fill="none" stroke="${shape === 'outline' ? ink : colour}" stroke-width="${shape === 'outline' ? 1.5 : 1.25}" d="${d}"/>`;
}
