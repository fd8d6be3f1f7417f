import type { HouseRule } from '../source/source-file.ts';
import { isScript } from '../source/syntax.ts';

const longest = 250;
const exempt = /^(drizzle|tests\/fixtures)\/|\.generated\.tsx?$/;

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** A file longer than this holds more than one thing. */
export const fileLength: HouseRule = (files) =>
  files
    .filter((file) => isScript(file) && !exempt.test(file.path))
    .map((file) => ({ path: file.path, lines: linesOf(file.text) }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => ({
      path,
      line: longest + 1,
      what: `has ${lines} lines, more than ${longest}`,
      advice: 'split it by what its parts do',
    }));
