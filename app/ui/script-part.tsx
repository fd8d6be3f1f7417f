import { type ComponentType, createElement, lazy, useState } from 'react';

/** Of parts that the server drew, the scripts on their way, and where they stand. */
const coming: Promise<unknown>[] = [];
const drawn: Element[] = [];

/** Waits for the scripts of all parts that the server drew: React must find them when it takes the page over. One that does not come is asked for again where it is drawn. */
export async function drawnPartsHaveCome(): Promise<void> {
  await Promise.allSettled(coming);
}

/** What the server drew of parts that have scripts of their own. */
export function drawnParts(): readonly Element[] {
  return drawn;
}

/**
 * A part of a page that is in a script of its own, fetched where it is drawn. `selector` finds what the server drew of it. For the browser only: the
 * server has all parts, as `import.meta.env.SSR ? Part : scriptPart(...)`.
 */
export function scriptPart<Props extends object>(load: () => Promise<ComponentType<Props>>, selector: string): ComponentType<Props> {
  let found: ComponentType<Props> | null = null;
  const come = async () => ({ default: (found = await load()) });
  const parts = document.querySelectorAll(selector);
  drawn.push(...parts);
  if (parts.length > 0) coming.push(come());
  const Later = lazy(come) as unknown as ComponentType<Props>;
  return function ScriptPart(props: Props) {
    // What has come is drawn at once; what is drawn stays the same part.
    const [Part] = useState(() => found ?? Later);
    return createElement(Part, props);
  };
}
