import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { findBrowser } from '../test/find-browser.ts';
import { thisMachine } from '../test/machine.ts';

export interface OpenedBrowser {
  browser: Browser;
  /** Where the page is that runs the script, empty but for `<div id="host">`. */
  address: string;
  close(): Promise<void>;
}

/** The styles of the product's pages. */
function builtStyles(): string {
  const folder = join('build', 'client', 'assets');
  if (!existsSync(folder)) throw new StartProblem('The pages have not been built: run "npm run build" first.');
  return readdirSync(folder).filter((name) => name.endsWith('.css')).map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

/** A browser without a window, and a server of this machine with one page that runs the script. */
export async function openBrowser(script: string): Promise<OpenedBrowser> {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>${builtStyles()}</style><body style="margin:0"><div id="host"></div><script type="module" src="/script.js"></script>`;
  const server = createServer((request, answer) => {
    const isScript = request.url === '/script.js';
    answer.writeHead(200, { 'Content-Type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' });
    answer.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: findBrowser(thisMachine()), args: ['--no-sandbox', '--disable-gpu', '--js-flags=--max-old-space-size=4096'] });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { browser, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}
