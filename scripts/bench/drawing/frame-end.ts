/** The next frame of the screen. */
export const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Until everything that the next frame does is done: its scripts, its layout and its painting. */
export async function frameEnd(): Promise<void> {
  await frame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve);
    port1.start();
    port2.postMessage(null);
  });
}
