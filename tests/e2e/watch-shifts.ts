import type { Page } from '@playwright/test';

/** Notes what moves by itself on the pages that are opened from now on; the answer is asked for what of it stands in `.heatmap-large`. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    // What is written in the server's table may move once the typeface is there; the frame and all that comes into it may not.
    const isOurs = (node: Node | null) => node?.parentElement?.closest('.heatmap-large') && !node.parentElement.closest('.heatmap-view table:not(.heatmap-behind)');
    const observer = new PerformanceObserver((list) => {
      const nodes = (list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]).flatMap(({ sources }) => sources.map(({ node }) => node));
      for (const node of nodes) if (isOurs(node)) moved.push(`${node!.nodeName} ${node!.textContent?.slice(0, 40)}`);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      // A shift is told after the frame in which it is seen.
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      return (window as unknown as { moved: string[] }).moved;
    });
}
