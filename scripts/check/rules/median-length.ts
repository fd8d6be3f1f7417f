import type { HouseRule } from '../source/source-file.ts';
import { isScript } from '../source/syntax.ts';

const limit = 70;
/** Below this many files a median says nothing. */
const enough = 20;

/** Half of all files fit on one screen or so; this catches a slow drift that no single file shows. */
export const medianLength: HouseRule = (files) => {
  const lengths = files
    .filter((file) => isScript(file) && !/^(drizzle|tests\/fixtures)\//.test(file.path))
    .map((file) => file.text.replace(/\n$/, '').split('\n').length)
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  if (lengths.length < enough || median < limit) return [];
  return [{ path: '.', line: 1, what: `the median file has ${median} lines, not under ${limit}`, advice: 'split the files that do several things' }];
};
