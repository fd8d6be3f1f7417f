import { runInWorker, type WorkerOutcome } from '#app/platform/files/run-in-worker.server.ts';
import { fitsInPng } from './fits-in-png.ts';
import type { PngTask } from './picture-png-worker.ts';
import { pngLimits } from './png-limits.ts';

/**
 * A picture as a PNG, twice as many dots across and down as it has pixels, drawn in a thread of its own. `svg` is a whole document that
 * was checked before; its root names its width, height and viewBox first. Answers too-large where it has more dots than may be, too-long
 * or busy where the server cannot make it now. Throws a RangeError for a text that does not begin as such a document.
 */
export async function makePng(svg: string, size: { width: number; height: number }): Promise<WorkerOutcome<Uint8Array>> {
  if (!fitsInPng(size)) return { ok: false, problem: 'too-large' };
  const [across, down] = [Math.ceil(size.width * pngLimits.scale), Math.ceil(size.height * pngLimits.scale)];
  const root = /^<svg\b[^>]*>/.exec(svg)?.[0];
  if (!root?.includes(' viewBox="')) throw new RangeError('Not an SVG document with a viewBox.');
  const inDots = root.replace(/ width="[^"]*"/, ` width="${across}"`).replace(/ height="[^"]*"/, ` height="${down}"`);
  const task: PngTask = { svg: inDots + svg.slice(root.length), across, down };
  return runInWorker<Uint8Array>({ script: 'app/platform/picture-png/picture-png-worker.ts', task, limits: pngLimits.worker });
}
