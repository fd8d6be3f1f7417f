import { gzipSync } from 'node:zlib';
import { measureFirstPage } from '../../measure-first-page.ts';
import { bundleDrawing } from '../bundle-drawing.ts';
import { printFigure, printGoal } from '../printing.ts';
import type { Section } from '../section.ts';

const mostCode = 8;
const [large, small] = ['app/charts/heatmap/canvas/large-heatmap.tsx', 'app/charts/heatmap/heatmap.tsx'];
const kilobytes = (text: string | Buffer) => gzipSync(text).length / 1000;
const isD3 = (id: string) => id === 'd3' || /(^|\/)d3-[a-z]+/.test(id);
const isReact = (id: string) => /^react(-dom)?(\/|$)|^@remix-run\/react$/.test(id);

/** What travels: the heatmap's own JavaScript, its document, and the scripts of a page. */
export const measureSize: Section = async (open) => {
  console.log('\nBytes that travel, gzip in kB of 1,000 bytes');
  const own = (entry: string) => bundleDrawing(entry, (id) => isD3(id) || isReact(id));
  printGoal('The JavaScript that draws a large picture, without React', kilobytes(await own(large)), { below: mostCode }, 'kB');
  printGoal('The JavaScript that draws a small one, without React', kilobytes(await own(small)), { below: mostCode }, 'kB');
  const bench = await open();
  const document = await bench.page(`/teams/${bench.serviceId}/heatmap?view=people`);
  printFigure('Document of 48 x 27 cells, as it is', Buffer.byteLength(document) / 1000, 'kB', 0);
  printFigure('Document of 48 x 27 cells, gzip', kilobytes(document), 'kB');
  for (const address of ['/sign-in', '/', '/teams/:teamId/heatmap']) printFigure(`Scripts of ${address}`, measureFirstPage(address).gzipBytes / 1000, 'kB');
};
