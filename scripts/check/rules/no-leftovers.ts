import type { HouseRule } from '../source/source-file.ts';

/** This rule and its test have to write the words they look for. */
const itself = /^scripts\/check\/rules\/no-leftovers(\.test)?\.ts$/;
const leftovers: [pattern: RegExp, what: string, advice: string][] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'has a note to come back to', 'do it, or open an issue and take the note away'],
  [/(^|[\s'"`(=:])\/(home|root|Users|work)\/|[A-Z]:\\Users\\/, 'has the path of one machine', 'use a path from the repository, or a setting'],
];

/** Notes to oneself and paths of one machine do not help the next reader. */
export const noLeftovers: HouseRule = (files) =>
  files
    .filter(({ path }) => !itself.test(path) && !path.startsWith('tests/fixtures/'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        leftovers
          .filter(([pattern]) => pattern.test(line))
          .map(([, what, advice]) => ({ path, line: index + 1, what, advice })),
      ),
    );
