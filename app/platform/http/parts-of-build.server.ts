import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/** The words of a route's pattern, from the root down. */
function wordsOf(routes: Routes, id: string | undefined): string[] {
  const route = id === undefined ? undefined : routes[id];
  if (!route) return [];
  const own = (route.path ?? '').toLowerCase().split('/').filter((word) => word !== '');
  return [...wordsOf(routes, route.parentId), ...own];
}

/** The rest of a path and what may be left out: any number of words may stand there, or none. */
const isLoose = (word: string) => word.startsWith('*') || word.endsWith('?');

/** Whether a pattern may stand for a path of these words, or for one above it. */
function mayMean(pattern: readonly string[], words: readonly string[]): boolean {
  return pattern.every((word, at) => isLoose(word) || (word.startsWith(':') ? at < words.length : word === words[at]));
}

/** Where Remix itself tells a browser of the addresses that it asks about, of any of which it may ask. */
const manifest = '/__manifest';

/** The words of a path as the build compares them; null for a path that may mean anything, as one that is written in a way of its own. */
function wordsOfPath(path: string): string[] | null {
  if (path === '/' || path === '/_root.data') return [];
  if (path === manifest || !/^(\/[\w.~-]+)+\/?$/.test(path)) return null;
  return path.replace(/\.data$/, '').replace(/\/$/, '').toLowerCase().slice(1).split('/');
}

/**
 * The part of a build that a path belongs to: the addresses that it, and the paths above it, may mean. Remix makes and ranks the patterns of
 * all addresses anew for each request, twice and more, and the routes of a page once again, which of the whole product takes longer than
 * many an answer. Within its part a path means what it means in the whole. `make` makes something of each part that is asked for, once.
 */
export function partsOfBuild<T>(build: ServerBuild, make: (part: ServerBuild) => T): (path: string) => T {
  const { routes, assets } = build;
  const patterns = Object.keys(routes).map((id) => ({ id, pattern: wordsOf(routes, id) }));
  const startsWith = (first: string | undefined) => patterns.filter(({ pattern: [word = '*'] }) => word === first || word.startsWith(':') || isLoose(word));
  const byFirst = new Map(patterns.map(({ pattern: [word] }) => [word, startsWith(word)]));
  const others = startsWith(undefined);
  const whole = make(build);
  const parts = new Map<string, T>();
  const partOf = (ids: readonly string[]) => {
    const kept = <R>(of: Record<string, R>) => Object.fromEntries(Object.entries(of).filter(([id]) => ids.includes(id)));
    return { ...build, routes: kept(routes), assets: { ...assets, routes: kept(assets.routes) } };
  };
  return (path) => {
    const words = wordsOfPath(path);
    if (words === null) return whole;
    const meant = (byFirst.get(words[0]) ?? others).filter(({ pattern }) => mayMean(pattern, words)).map(({ id }) => id);
    const key = meant.join();
    const part = parts.get(key) ?? make(partOf(meant));
    parts.set(key, part);
    return part;
  };
}
