import type { BrowserContext } from '@playwright/test';

/** What a page cannot be drawn without. A document may well answer 404 or 422: the journeys ask for that. */
const partsOfPages = new Set(['script', 'stylesheet', 'font', 'image']);

/**
 * Listens to every page of a browser context. The answer lists, when asked, what went wrong so far:
 * errors of scripts, of the console (a breach of the content security policy is one), answers of 500
 * and above, and parts of pages that did not come.
 */
export function watchForFaults(context: BrowserContext): () => string[] {
  const faults: string[] = [];
  context.on('weberror', (event) => faults.push(`script: ${event.error().stack ?? event.error().message}`));
  context.on('console', (message) => {
    // Every refused request writes such a line; the answers themselves are judged below.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`console: ${message.text()} (${message.page()?.url() ?? 'no page'})`);
  });
  context.on('response', (response) => {
    const isMissingPart = response.status() >= 400 && partsOfPages.has(response.request().resourceType());
    if (response.status() >= 500 || isMissingPart) faults.push(`answer ${response.status()}: ${response.url()}`);
  });
  return () => faults;
}
