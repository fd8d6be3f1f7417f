import { type ComponentType, lazy } from 'react';

/** Of parts that the server drew, the scripts on their way. */
const coming: Promise<unknown>[] = [];

/** Waits for the scripts of all parts that the server drew: React must find them when it takes the page over. One that does not come is asked for again where it is drawn. */
export async function drawnPartsHaveCome(): Promise<void> {
  await Promise.allSettled(coming);
}

/**
 * A part of a page that is in a script of its own, fetched where it is drawn. `selector` finds what the server drew of it. For the browser only: the
 * server has all parts, as `import.meta.env.SSR ? Part : scriptPart(...)`.
 */
export function scriptPart<Props extends object>(load: () => Promise<ComponentType<Props>>, selector: string): ComponentType<Props> {
  let found: { default: ComponentType<Props> } | null = null;
  const come = async () => (found = { default: await load() });
  if (document.querySelector(selector)) coming.push(come());
  // What has come is answered at once: a promise would have React wait, and show nothing meanwhile.
  const atOnce = (use: (part: typeof found) => void) => use(found);
  return lazy(() => (found ? ({ then: atOnce } as unknown as ReturnType<typeof come>) : come())) as unknown as ComponentType<Props>;
}
