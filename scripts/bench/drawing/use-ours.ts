import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { mountOurs, sourceOf } from './draw-ours.ts';
import { frame, frameEnd } from './frame-end.ts';

/** Milliseconds, but for counts of frames. */
export interface Used {
  hover: number;
  metric: number;
  metricShown: number;
  framesPerSecond: number;
  longFrames: number;
  longestFrame: number;
}

/** What an act costs: its own time and that of the frame that shows it, without the wait for that frame; and with it, begun right after a frame. */
async function costOf(act: () => void): Promise<{ work: number; shown: number }> {
  await frame();
  await frameEnd();
  let frameStart = 0;
  // Asked for before the act asks for its own, and so called before it.
  requestAnimationFrame(() => (frameStart = performance.now()));
  const start = performance.now();
  act();
  const acted = performance.now();
  await frameEnd();
  const end = performance.now();
  return { work: acted - start + end - frameStart, shown: end - start };
}

const scrolledFrames = 240;
const pixelsAFrame = 180;

async function scroll(box: HTMLElement): Promise<Pick<Used, 'framesPerSecond' | 'longFrames' | 'longestFrame'>> {
  const moments: number[] = [];
  await frame();
  for (let count = 0; count <= scrolledFrames; count += 1) {
    moments.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    box.scrollTop += pixelsAFrame;
  }
  const lengths = moments.slice(1).map((moment, at) => moment - moments[at]!);
  return {
    framesPerSecond: (1_000 * scrolledFrames) / (moments.at(-1)! - moments[0]!),
    longFrames: lengths.filter((length) => length > 25).length,
    longestFrame: Math.max(...lengths),
  };
}

/** Moves the pointer over our canvas, changes what its cells say, and scrolls it. */
export async function useOurs(host: HTMLElement, picture: Picture): Promise<Used> {
  host.replaceChildren();
  const source = sourceOf(picture);
  const { frame: box, mounted } = mountOurs(host, source);
  // Until the table behind has been filled, as it is while somebody looks.
  await new Promise((resolve) => setTimeout(resolve, 700));
  const { left, top } = box.getBoundingClientRect();
  const point = (x: number, y: number) => box.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, pointerType: 'mouse', bubbles: true }));
  await costOf(() => point(500, 500));
  const hover = await costOf(() => point(600, 400));
  const metric = await costOf(() => mounted.show({ ...source, metric: 'agreed' }));
  const scrolled = await scroll(box);
  mounted.destroy();
  box.remove();
  return { hover: hover.work, metric: metric.work, metricShown: metric.shown, ...scrolled };
}
