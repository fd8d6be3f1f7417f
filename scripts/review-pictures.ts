import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { drawReview } from './review/draw-review.tsx';
import { savePaper, saveSheets } from './review/save-sheets.ts';
import { serveBuilt } from './review/serve-built.ts';
import { findBrowser } from './test/find-browser.ts';
import { thisMachine } from './test/machine.ts';

/**
 * `npx tsx scripts/review-pictures.ts FOLDER`: every stored picture as the product draws it, in contact sheets to be looked at: at 320, 1280
 * and 2560 pixels, in colour, in grey, in forced colours, and on paper. Uses the styles of the last build.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say into which folder: npx tsx scripts/review-pictures.ts FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(thisMachine()), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const styles = await serveBuilt(page);
  const pictures = drawReview();
  const saved = [...(await saveSheets(page, pictures, styles, folder)), await savePaper(page, pictures, styles, folder)];
  console.log(`${pictures.length} pictures on ${saved.length} files in ${folder}: ${saved.join(', ')}`);
} finally {
  await browser.close();
}
