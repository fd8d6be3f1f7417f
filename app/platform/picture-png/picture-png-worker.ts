import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';

export interface PngTask {
  /** The picture, with its width and height already in dots. */
  svg: string;
  across: number;
  down: number;
}

/** What pictures call the face, and a name of one word for it: the drawing library's releases differ in how they read quotes and spaces of a name. */
const named = `'Source Sans 3'`;
const family = 'SourceSans3';
/** The face of the product, in the parts that its package splits it into. Names are written in more letters than English ones. */
const parts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];

function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const part of parts) {
    for (const weight of [400, 600, 700]) GlobalFonts.registerFromPath(resolve(`@fontsource/source-sans-3/files/source-sans-3-${part}-${weight}-normal.woff2`), family);
  }
}

await answerInWorker<PngTask, Uint8Array>(async ({ svg, across, down }) => {
  registerFonts();
  const picture = await loadImage(Buffer.from(svg.replaceAll(named, family)));
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, across, down);
  context.drawImage(picture, 0, 0, across, down);
  return new Uint8Array(await canvas.encode('png'));
});
