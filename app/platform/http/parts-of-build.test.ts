import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { describe, expect, it } from 'vitest';
import routeConfig from '#app/routes.ts';
import { partsOfBuild } from './parts-of-build.server.ts';

type Entries = Awaited<typeof routeConfig>;
type Routes = ServerBuild['routes'];

/** Answers which route was found, and its parameters. */
const answering = (id: string) => ({ loader: ({ params }: { params: object }) => Response.json({ id, params }) }) as never;

function flat(entries: Entries, parentId: string): Routes {
  return Object.fromEntries(
    entries.flatMap(({ file, path, index, children = [] }) => {
      const own = { id: file, parentId, path, index, module: answering(file) };
      return [[file, own], ...Object.entries(flat(children, file))];
    }),
  );
}

const routes: Routes = { root: { id: 'root', path: '', module: answering('root') }, ...flat(await routeConfig, 'root') };
const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: async () => new Response('page'), handleError: () => undefined } },
  routes,
  assets: { entry: { module: '', imports: [] }, routes: Object.fromEntries(Object.keys(routes).map((id) => [id, { id } as never])), url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true } as ServerBuild['future'],
  isSpaMode: false,
};

const patterns = Object.values(routes).flatMap((route) => (route?.path || route?.index ? [`/${route.path ?? ''}`] : []));
const plain = patterns.map((pattern) => pattern.replace(/:\w+/g, 'a1').replace('*', 'else/where'));
/** Other ways of writing an address, and addresses that are near to one and none. */
const written = (path: string) => [
  `${path}/`, `${path}?view=teams`, `${path}/nothing`, `${path}x`, `/${path}`, path.toUpperCase(), path.replace('a', '%61'), `/x/..${path}`, `${path}/../${path}`,
];
const wordOf = (path: string) => path.split('/')[1]!;
const firstOfWords = plain.filter((path, at) => plain.findIndex((other) => wordOf(other) === wordOf(path)) === at);
const elsewhere = ['/__manifest?version=1&p=%2Fteams%2F1&p=%2Fsign-in', '/_root.data', '/nothing', '/teamsx/a1', '/a1', '/%2e%2e/teams'];
const addresses = [...new Set([...plain, ...plain.map((path) => `${path}.data`), ...firstOfWords.flatMap(written), ...elsewhere])];

/** The routes of a build as a tree, in which addresses are looked up. */
function treeOf({ routes: of }: ServerBuild, parentId?: string): Parameters<typeof matchRoutes>[0] {
  return Object.values(of).flatMap((route) => {
    if (!route || route.parentId !== parentId) return [];
    const { id, path } = route;
    return [route.index ? { id, path, index: true } : { id, path, children: treeOf({ ...build, routes: of }, id) }];
  });
}

async function told(handle: (request: Request) => Promise<Response>, path: string): Promise<string> {
  const answer = await handle(new Request(`http://own.example${path}`));
  return `${answer.status} ${await answer.text()}`;
}

/** The addresses that are answered otherwise by the part they belong to than by the whole build. */
async function differing(of: ServerBuild, asked = addresses): Promise<string[]> {
  const handlerOf = (part: ServerBuild) => createRequestHandler(part, 'production');
  const whole = handlerOf(build);
  const handlerFor = partsOfBuild(of, handlerOf);
  const found: string[] = [];
  for (const path of asked) {
    const { pathname } = new URL(`http://own.example${path}`);
    if ((await told(handlerFor(pathname), path)) !== (await told(whole, path))) found.push(path);
  }
  return found;
}

describe('the part of a build that a path belongs to', () => {
  it('finds the same route and parameters as the whole build, for every address however it is written', async () => {
    expect(addresses.length).toBeGreaterThan(400);
    expect(await differing(build)).toEqual([]);
  });

  it('is the whole where Remix tells a browser of addresses', async () => {
    const partFor = partsOfBuild(build, (part) => createRequestHandler(part, 'production'));
    const said = await told(partFor('/__manifest'), '/__manifest?version=1&p=%2Fteams%2F1&p=%2Fsign-in');
    expect(said).toContain('routes/teams/team.tsx');
    expect(said).toContain('routes/account/sign-in.tsx');
  });

  it('and would be seen to find another if addresses went missing from it', async () => {
    const { 'routes/not-found.tsx': _gone, ...fewer } = routes;
    expect(await differing({ ...build, routes: fewer }, elsewhere)).toContain('/nothing');
  });

  it('holds the addresses that it and the paths above it mean, which a page tells the browser, and few others', () => {
    const partFor = partsOfBuild(build, (part) => part);
    const wholeTree = treeOf(build);
    for (const path of plain) {
      const above = path.split('/').map((_, at, words) => words.slice(0, at + 1).join('/') || '/');
      const meant = (tree: typeof wholeTree) => above.map((one) => matchRoutes(tree, one)?.map(({ route }) => route.id));
      const part = partFor(path);
      expect(meant(treeOf(part)), path).toEqual(meant(wholeTree));
      expect(Object.keys(part.assets.routes), path).toEqual(Object.keys(part.routes));
      expect(Object.keys(part.routes).length, path).toBeLessThan(20);
    }
  });

  it('is made once, and the same however many ways of writing an address come', () => {
    let made = 0;
    const partFor = partsOfBuild(build, () => (made += 1));
    for (const path of addresses) partFor(new URL(`http://own.example${path}`).pathname);
    const before = made;
    for (const path of addresses) partFor(new URL(`http://own.example${path}`).pathname);
    expect(made).toBe(before);
    for (let at = 0; at < 500; at += 1) partFor(`/teams/${at}/heatmap/x${at}`);
    expect(made).toBeLessThan(patterns.length + 20);
    expect(partFor('/Teams/1/')).toBe(partFor('/teams/2'));
    expect(partFor('/_root.data')).toBe(partFor('/'));
  });
});
