import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** 130 kB of 1,000 bytes, gzip, for all the scripts that the first page asks for. */
const budget = 130_000;
const client = 'build/client';

interface BuiltModule {
  module: string;
  imports?: string[];
}

interface BuiltRoute extends BuiltModule {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
}

interface BuildManifest {
  entry: BuiltModule;
  routes: Record<string, BuiltRoute>;
}

export interface FirstPage {
  pathname: string;
  scripts: { file: string; gzipBytes: number }[];
  gzipBytes: number;
}

function readManifest(): BuildManifest {
  const assets = join(client, 'assets');
  const file = readdirSync(assets).find((name) => /^manifest-.+\.js$/.test(name));
  if (!file) throw new Error(`There is no manifest in ${assets}: run npm run build first.`);
  const script = readFileSync(join(assets, file), 'utf8');
  return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as BuildManifest;
}

/** The route and everything around it, innermost first. */
function withParents(route: BuiltRoute | undefined, manifest: BuildManifest): BuiltRoute[] {
  return route ? [route, ...withParents(manifest.routes[route.parentId ?? ''], manifest)] : [];
}

function addressOf(route: BuiltRoute, manifest: BuildManifest): string {
  const parts = withParents(route, manifest).map(({ path }) => path).filter(Boolean);
  return `/${parts.reverse().join('/')}`;
}

/** The scripts that a browser loads for the first page it opens, in bytes after gzip. Inline scripts are not among them. */
export function measureFirstPage(pathname: string): FirstPage {
  const manifest = readManifest();
  const route = Object.values(manifest.routes).find(
    (candidate) =>
      addressOf(candidate, manifest) === pathname && (candidate.index || (candidate.path && candidate.id !== 'root')),
  );
  if (!route) throw new Error(`No route has the address ${pathname}.`);
  const modules = [manifest.entry, ...withParents(route, manifest)];
  const files = new Set(modules.flatMap(({ module, imports = [] }) => [module, ...imports]));
  const scripts = [...files].map((file) => ({ file, gzipBytes: gzipSync(readFileSync(join(client, file))).length }));
  return { pathname, scripts, gzipBytes: scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) };
}

function print({ pathname, scripts, gzipBytes }: FirstPage): void {
  console.log(`${pathname}  ${(gzipBytes / 1000).toFixed(1)} kB of ${budget / 1000} kB, gzip`);
  for (const script of scripts) console.log(`  ${(script.gzipBytes / 1000).toFixed(1).padStart(6)} kB  ${script.file}`);
  if (gzipBytes > budget) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const pathname of ['/sign-in', '/']) print(measureFirstPage(pathname));
}
