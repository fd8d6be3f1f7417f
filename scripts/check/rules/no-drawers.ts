import type { HouseRule } from '../source/source-file.ts';

const drawers = new Set(['utils', 'util', 'lib', 'libs', 'helpers', 'helper', 'common', 'misc']);
const endings = /-(utils?|helpers?|lib|misc)$/;

/** A drawer takes anything, so nobody finds anything in it again. tests/helpers is the one exception. */
export const noDrawers: HouseRule = (files) =>
  files.flatMap(({ path }) => {
    const names = path.replace(/^tests\/helpers\//, '').split('/').map((part) => part.split('.')[0]!);
    const drawer = names.find((name) => drawers.has(name) || endings.test(name));
    if (drawer === undefined) return [];
    return [{ path, line: 1, what: `"${drawer}" is a drawer`, advice: 'name the file or folder by what it does' }];
  });
