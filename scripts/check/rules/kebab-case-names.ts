import type { HouseRule } from '../source/source-file.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** A URL's parameter may stand in a route's name, such as `$personId.tsx`. */
const route = /^(\$[a-zA-Z]*|[a-z0-9_-]+)(\.(\$[a-zA-Z]*|[a-z0-9_-]+))*$/;
/** Names that readers and tools look for as they are. */
const known = /^(README\.md|LICENSE|__snapshots__|__fixtures__|\.[a-z-]+(\.[a-z]+)?)$/;

/** One way to write names, so that nobody has to guess one; some file systems do not tell `A` from `a`. */
export const kebabCaseNames: HouseRule = (files) =>
  files.flatMap(({ path }) => {
    const shape = path.startsWith('app/routes/') ? route : kebab;
    const wrong = path.split('/').find((part) => !shape.test(part) && !known.test(part));
    if (wrong === undefined) return [];
    return [{ path, line: 1, what: `"${wrong}" is not kebab-case`, advice: 'rename it, such as read-team-matrix.server.ts' }];
  });
