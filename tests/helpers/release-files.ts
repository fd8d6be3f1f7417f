import { frameworkFiles, textFile } from './framework-files.ts';

/** Changes of the documents of tests/fixtures/framework: what stands there, and what stands in its place. */
export type TextChange = readonly [file: 'roles.csv' | 'skills.csv', from: string | RegExp, to: string];

/** The rows of one role of roles.csv. */
export function rowsOfRole(family: string, role: string): RegExp {
  return new RegExp(`^${family},${role},[\\s\\S]*?(?=^(?:Harbour services|Kites and wind),|(?![\\s\\S]))`, 'gm');
}

/** The two downloads of tests/fixtures/framework as a next release would have them; every change must be found. */
export function releaseFiles(...changes: readonly TextChange[]): { name: string; bytes: Uint8Array }[] {
  return frameworkFiles('roles.csv', 'skills.csv').map(({ name, bytes }) => {
    let text = new TextDecoder().decode(bytes);
    for (const [file, from, to] of changes) {
      if (file !== name) continue;
      const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gm'), to);
      if (changed === text) throw new Error(`${name} does not hold "${from}".`);
      text = changed;
    }
    return textFile(name, text);
  });
}

/** The skill "Rope work" under another name: somebody is asked whether it is the same. */
export const ropeWorkRenamed: TextChange[] = [
  ['roles.csv', /Rope work/, 'Line work'],
  ['skills.csv', /Rope work/, 'Line work'],
];

/** The associate harbour keeper is expected to watch at night at level 2 instead of 1. */
export const nightWatchMoved: TextChange = [
  'roles.csv',
  'Learns the work.,Night watch,Watching the water after dark.,Awareness,"You can:\n- stay awake and report what you see"',
  'Learns the work.,Night watch,Watching the water after dark.,Working,"You can:\n- run a night shift of three people"',
];

/** The role "Kite inspector" and its two role levels are gone: somebody is asked whether to keep it. */
export const kiteInspectorGone: TextChange = ['roles.csv', rowsOfRole('Kites and wind', 'Kite inspector'), ''];
