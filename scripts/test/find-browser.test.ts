import { expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { thisMachine, type Machine } from './machine.ts';

const own = '/cache/playwright/chrome';

interface Given {
  /** Programs that are there and start. */
  there?: string[];
  /** Programs that are there but do not start. */
  broken?: string[];
  /** What a command brings, by its text. */
  brings?: Record<string, string>;
  isRoot?: boolean;
  named?: string;
}

/** A machine that has what is given, and notes what is run on it. */
function machine({ there = [], broken = [], brings = {}, isRoot = false, named }: Given): Machine & { ran: string[] } {
  const working = new Set(there);
  const ran: string[] = [];
  return {
    ran,
    platform: 'linux',
    isRoot,
    named,
    playwrightPath: () => own,
    find: (program) => (working.has(program) || broken.includes(program) ? program : null),
    run: (program, args) => {
      if (args[0] === '--version') return working.has(program);
      const command = [program, ...args].join(' ');
      ran.push(command);
      const brought = Object.entries(brings).find(([part]) => command.includes(part));
      if (brought) working.add(brought[1]);
      return brought !== undefined;
    },
    say: () => undefined,
  };
}

test("Playwright's own browser comes first", () => {
  expect(findBrowser(machine({ there: [own, 'chromium'] }))).toBe(own);
});

test.each(['chromium', 'chromium-browser', 'google-chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'])('%s of the system serves', (name) => {
  const given = machine({ there: [name] });
  expect(findBrowser(given)).toBe(name);
  expect(given.ran).toEqual([]);
});

test('a browser that is there but does not start is passed over', () => {
  expect(findBrowser(machine({ there: ['google-chrome'], broken: [own, 'chromium-browser'] }))).toBe('google-chrome');
});

test("where none is there, Playwright's is installed", () => {
  const given = machine({ brings: { 'playwright install chromium': own } });
  expect(findBrowser(given)).toBe(own);
  expect(given.ran).toEqual(['npx playwright install chromium']);
});

test("where Playwright's cannot be had, root installs Debian's", () => {
  const given = machine({ there: ['apt-get'], brings: { 'install -y': 'chromium' }, isRoot: true });
  expect(findBrowser(given)).toBe('chromium');
  expect(given.ran.slice(1)).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium']);
});

test('anyone else installs it by sudo without a question', () => {
  const given = machine({ there: ['apt-get', 'sudo'], brings: { 'install -y': 'chromium' } });
  expect(findBrowser(given)).toBe('chromium');
  expect(given.ran.at(-1)).toBe('sudo -n apt-get install -y --no-install-recommends chromium');
});

test('where nothing helps, it stops and says what to do', () => {
  expect(() => findBrowser(machine({ there: ['apt-get'] }))).toThrow(/no browser.*npx playwright install/);
});

test('a browser named by the environment is the only one tried', () => {
  expect(findBrowser(machine({ there: [own, '/opt/chrome'], named: '/opt/chrome' }))).toBe('/opt/chrome');
  expect(() => findBrowser(machine({ there: [own], named: '/opt/gone' }))).toThrow(/CHROMIUM_PATH names \/opt\/gone/);
});

test('this machine knows its own programs and no others', () => {
  const here = thisMachine();
  expect(here.find(process.execPath)).toBe(process.execPath);
  expect(here.find('no-such-program-anywhere')).toBeNull();
  expect(here.run(process.execPath, ['--version'], false)).toBe(true);
  expect(here.run('no-such-program-anywhere', [], false)).toBe(false);
});
