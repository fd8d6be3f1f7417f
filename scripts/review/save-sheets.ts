import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { escapeMarkup } from '#app/charts/heatmap/drawing/escape-markup.ts';
import type { ReviewPicture } from './draw-review.tsx';
import { reviewModes, reviewWidths } from './review-modes.ts';
import { reviewOrigin } from './serve-built.ts';

/** Saves contact sheets of all pictures in every mode and width; each picture stands in a frame of its own, which is its window. Returns the names of the files. */
export async function saveSheets(page: Page, pictures: readonly ReviewPicture[], styles: string, folder: string): Promise<string[]> {
  const saved: string[] = [];
  for (const mode of reviewModes) {
    await page.emulateMedia(mode.media);
    for (const { width, perSheet, columns } of reviewWidths) {
      await page.setViewportSize({ width: columns * (width + gap), height: 800 });
      for (let from = 0; from < pictures.length; from += perSheet) {
        const documents = pictures.slice(from, from + perSheet).map(({ name, body }) => frameOf(name, body, styles + (mode.style && `<style>${mode.style}</style>`)));
        const name = `${mode.name}-${width}-${from / perSheet + 1}.png`;
        await showFrames(page, documents, { width, columns });
        await page.screenshot({ path: join(folder, name), fullPage: true });
        saved.push(name);
      }
    }
  }
  return saved;
}

/** Saves all pictures as they are printed, each beginning on a sheet of its own. */
export async function savePaper(page: Page, pictures: readonly ReviewPicture[], styles: string, folder: string): Promise<string> {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.goto(`${reviewOrigin}/`);
  const sections = pictures.map(({ name, body }) => `<section style="break-before:page"><h1>${escapeMarkup(name)}</h1>${body}</section>`).join('');
  await page.setContent(`<!doctype html><html lang="en"><head><title>Pictures on paper</title>${styles}</head><body>${sections}</body></html>`, { waitUntil: 'load' });
  await page.pdf({ path: join(folder, 'paper.pdf'), preferCSSPageSize: true, printBackground: true });
  return 'paper.pdf';
}

/** White between two frames, in pixels. */
const gap = 12;

function frameOf(name: string, body: string, head: string): string {
  return `<!doctype html><html lang="en"><head><title>${escapeMarkup(name)}</title>${head}</head><body style="padding:8px"><h1 class="text-dense font-strong">${escapeMarkup(name)}</h1>${body}</body></html>`;
}

async function showFrames(page: Page, documents: readonly string[], { width, columns }: { width: number; columns: number }): Promise<void> {
  await page.goto(`${reviewOrigin}/`);
  const frames = documents.map((document) => `<iframe width="${width}" height="100" style="border:0" srcdoc="${escapeMarkup(document)}"></iframe>`).join('');
  await page.setContent(`<!doctype html><html lang="en"><head><title>Sheet</title></head><body style="margin:0;background:#777;display:grid;gap:${gap}px;align-items:start;grid-template-columns:repeat(${columns},${width}px)">${frames}</body></html>`, { waitUntil: 'load' });
  await page.locator('iframe').evaluateAll((all) =>
    Promise.all(
      (all as HTMLIFrameElement[]).map(async (frame) => {
        const shown = frame.contentDocument!;
        await shown.fonts.ready;
        frame.height = String(shown.documentElement.scrollHeight);
      }),
    ),
  );
}
