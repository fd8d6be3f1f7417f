import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/** The first word of a route's address, from the root down; empty where it has none, as the home page and a page's frame. */
function firstWordOf(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id];
  if (!route) return '';
  return firstWordOf(routes, route.parentId) || (route.path ?? '').replace(/^\//, '').split('/')[0]!;
}

/** Whether any word may stand there: a parameter, the rest of a path, or a word that may be left out. */
const isOpen = (word: string) => /^[:*]|\?$/.test(word);

/** The build with only those of its addresses that a path may mean which begins with this word. */
function partOfBuild(build: ServerBuild, word: string): ServerBuild {
  const { routes, assets } = build;
  const isMeant = (id: string) => {
    const first = firstWordOf(routes, id);
    return first === '' || first === word || isOpen(first);
  };
  const kept = <T>(of: Record<string, T>) => Object.fromEntries(Object.entries(of).filter(([id]) => isMeant(id)));
  return { ...build, routes: kept(routes), assets: { ...assets, routes: kept(assets.routes) } };
}

/** The first word of a path that is written as addresses are; null for what is written in another way, and may mean any of them. */
function wordOfPath(path: string): string | null {
  if (path === '/' || path === '/_root.data') return '';
  return /^\/([a-z][a-z0-9-]*)(?=[/.]|$)/.exec(path)?.[1] ?? null;
}

/**
 * Makes something of each part of a build, by the first word of its addresses, and of the whole of it; answers which of these a path
 * belongs to. Remix makes and ranks the patterns of all addresses anew for each request, twice and more, and the routes of a page once
 * again: of the whole product that takes longer than many an answer. Within its part a path means what it means in the whole.
 */
export function partsOfBuild<T>(build: ServerBuild, make: (part: ServerBuild) => T): (path: string) => T {
  const words = new Set(Object.keys(build.routes).map((id) => firstWordOf(build.routes, id)));
  const whole = make(build);
  const parts = new Map([...words].filter((word) => !isOpen(word)).map((word) => [word, make(partOfBuild(build, word))]));
  return (path) => parts.get(wordOfPath(path) ?? '*') ?? whole;
}
