import type { Machine } from './machine.ts';

const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const sorry =
  'There is no browser for the browser tests, and none could be installed. Run "npx playwright install --with-deps chromium", ' +
  'or install Chromium, or set CHROMIUM_PATH to one; then run npm test again.';

/** A browser that is there may still not run: a stub that asks for a snap, or one whose libraries are missing. */
const starts = (machine: Machine, path: string): boolean => machine.run(path, ['--version'], false);

function present(machine: Machine): string | null {
  const paths = [machine.playwrightPath(), ...systemBrowsers].map(machine.find);
  return paths.find((path): path is string => path !== null && starts(machine, path)) ?? null;
}

function installDebian(machine: Machine): void {
  const apt = machine.find('apt-get');
  const sudo = machine.isRoot ? null : machine.find('sudo');
  if (!apt || (!machine.isRoot && !sudo)) return;
  const asRoot = (args: string[]): boolean =>
    sudo ? machine.run(sudo, ['-n', apt, ...args], true) : machine.run(apt, args, true);
  machine.say("Installing Debian's chromium.");
  /* An update that fails for one source may still have brought the one that is needed. */
  asRoot(['update']);
  asRoot(['install', '-y', '--no-install-recommends', 'chromium']);
}

/**
 * The path of a Chromium that starts: the one that CHROMIUM_PATH names, Playwright's own, the
 * system's, or one installed now. Throws, with what to do, where none can be had: the browser tests
 * are never left out.
 */
export function findBrowser(machine: Machine): string {
  if (machine.named !== undefined) {
    if (machine.find(machine.named) && starts(machine, machine.named)) return machine.named;
    throw new Error(`CHROMIUM_PATH names ${machine.named}, which does not start. Correct it, or unset it to have a browser found.`);
  }
  const npx = machine.platform === 'win32' ? 'npx.cmd' : 'npx';
  const ways = [
    () => undefined,
    () => {
      machine.say("No browser found. Installing Playwright's own.");
      machine.run(npx, ['playwright', 'install', 'chromium'], true);
    },
    () => installDebian(machine),
  ];
  for (const tryWay of ways) {
    tryWay();
    const path = present(machine);
    if (path !== null) return path;
  }
  throw new Error(sorry);
}
