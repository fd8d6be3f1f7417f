import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { StartProblem } from '#db/embedded/start-problem.ts';

/** Where the sheets seem to come from; nothing outside this machine is asked. */
export const reviewOrigin = 'http://review.invalid';

const client = join('build', 'client');

/** Answers a page's requests from what was built, and its first one with an empty page. Returns the links to the style sheets. */
export async function serveBuilt(page: Page): Promise<string> {
  const assets = join(client, 'assets');
  if (!existsSync(assets)) throw new StartProblem('The pages have not been built: run "npm run build" first.');
  await page.route(`${reviewOrigin}/**`, (route) => {
    const file = join(client, new URL(route.request().url()).pathname);
    const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.woff2') ? 'font/woff2' : null;
    return type !== null && existsSync(file) ? route.fulfill({ contentType: type, body: readFileSync(file) }) : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
  });
  return readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .map((name) => `<link rel="stylesheet" href="${reviewOrigin}/assets/${name}">`)
    .join('');
}
