/**
 * Who may import whom. `npm run check` fails on any breach.
 *
 *   routes -> services -> platform -> db -> domain
 *   routes -> charts -> ui -> domain              routes never import db
 *
 * A layer may import itself and every layer to its right. Tests (beside a file or under tests/) may import
 * anything but d3; scripts and server.ts have rules of their own below.
 * `scripts/check/import-rules.test.ts` plants a breach of every rule in this file.
 */

/** Which areas a service area stands on. It may read these and what they stand on, always through their `read-*` files. */
const standsOn = {
  accounts: [],
  credentials: ['accounts'],
  'single-sign-on': ['accounts'],
  members: ['accounts', 'framework', 'people'],
  organisation: ['accounts'],
  framework: [],
  people: ['accounts'],
  assessments: ['framework', 'people'],
  capability: ['framework', 'people', 'assessments'],
  planning: ['capability'],
  reviews: ['assessments', 'capability'],
  reports: ['capability', 'planning', 'reviews'],
  privacy: ['accounts', 'members', 'organisation', 'assessments', 'people'],
  imports: ['framework', 'people', 'assessments'],
};

/** Accounts are for who names them: nobody else reaches them through another area. */
const areaBelow = (area) => [
  ...new Set(standsOn[area].flatMap((below) => [below, ...areaBelow(below).filter((far) => far !== 'accounts')])),
];
const areaReads = Object.fromEntries(Object.keys(standsOn).map((area) => [area, areaBelow(area)]));

/** Tests, and what stands beside them to be tested with. */
const tests = ['\\.test\\.tsx?$', '-fixtures?\\.tsx?$', '/__fixtures__/', '^tests/'];
/** The modules that the framework loads as pages: the door. */
const door = '^app/(routes/|root\\.tsx$|entry\\.)';
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`;

const layerRules = [
  {
    name: 'domain-imports-nothing',
    comment: 'The rules are pure: no clock, no database, no Node and no package, so that they can be read and tested alone.',
    from: { path: '^app/domain/', pathNot: tests },
    to: { pathNot: '^app/domain/' },
  },
  {
    name: 'routes-never-import-db',
    comment: 'A query in a route goes past authorisation, the tenant and the audit row. Call a service.',
    from: { path: [door, '^app/routes\\.ts$'], pathNot: tests },
    to: { path: '^db/' },
  },
  {
    name: 'services-draw-nothing',
    comment: 'A service is called by pages, the API and commands alike; it hands back data.',
    from: { path: '^app/services/', pathNot: tests },
    to: { path: ['^app/(charts|ui)/', door] },
  },
  {
    name: 'platform-imports-db-and-domain',
    comment: 'The plumbing knows nothing of what the product does; otherwise every service depends on every other.',
    from: { path: '^app/platform/', pathNot: tests },
    to: { path: ['^app/(services|charts|ui)/', door] },
  },
  {
    name: 'db-imports-domain',
    comment: 'The database is below the app: only the words and rules of the domain lie beneath it.',
    from: { path: '^db/', pathNot: tests },
    to: { path: '^app/', pathNot: '^app/domain/' },
  },
  {
    name: 'charts-import-ui-and-domain',
    comment: 'A picture takes plain data, so that it can be drawn and tested without a server.',
    from: { path: '^app/charts/', pathNot: tests },
    to: { path: ['^app/', '^db/'], pathNot: '^app/(charts|ui|domain)/' },
  },
  {
    name: 'ui-imports-domain',
    comment: 'Parts are used by every page; they know the words of the domain and nothing else of the app.',
    from: { path: '^app/ui/', pathNot: tests },
    to: { path: ['^app/', '^db/'], pathNot: '^app/(ui|domain)/' },
  },
  {
    name: 'server-starts-and-draws-nothing',
    comment: 'server.ts starts things; pages reach it through the build, never by import.',
    from: { path: '^server\\.ts$' },
    to: { path: ['^app/(charts|ui)/', door] },
  },
  {
    name: 'scripts-draw-nothing',
    comment: 'A command calls services, platform and db; it has no page. What the bench measures of the pictures, and what draws them for a review by eye, stand in a folder each.',
    from: { path: '^scripts/', pathNot: ['^scripts/(bench/drawing|review)/', ...tests] },
    to: { path: ['^app/(charts|ui)/', door] },
  },
  {
    name: 'nobody-imports-scripts',
    comment: 'Commands stand at the top: what the app needs of one belongs to a service, platform or db.',
    from: { path: ['^app/', '^db/', '^server\\.ts$'], pathNot: tests },
    to: { path: '^scripts/' },
  },
  {
    name: 'production-never-imports-tests',
    comment: 'Test helpers take short cuts that must not run in production. The review by eye draws what the tests store.',
    from: { pathNot: tests.concat('^(playwright|vitest)\\.config\\.ts$', '^scripts/review/') },
    to: { path: tests },
  },
  {
    name: 'app-has-known-layers',
    comment: 'A new folder under app/ has no import rule and would be free of all of them: give it one here first.',
    from: {},
    to: {
      path: '^app/[^/]+/',
      pathNot: '^app/(routes|services|domain|charts|ui|platform)/',
    },
  },
  {
    name: 'no-server-code-in-pictures',
    comment: 'Charts and parts go to the browser; a .server module anywhere beneath them breaks the build or leaks.',
    from: { path: '^app/(charts|ui)/', pathNot: tests },
    to: { path: '\\.server\\.tsx?$', reachable: true },
  },
];

const areaRules = [
  {
    name: 'service-areas-meet-in-read-files',
    comment: 'Only the read-* files of another area are its front; its writes belong to itself.',
    from: { path: '^app/services/([^/]+)/', pathNot: ['^app/services/imports/', ...tests] },
    to: { path: '^app/services/', pathNot: ['^app/services/$1/', '/read-[^/]+$'] },
  },
  {
    name: 'imports-apply-what-others-write',
    comment: 'Imports take a spreadsheet in, and the area whose rows they are writes them: its apply-*-import is the one write that imports call.',
    from: { path: '^app/services/imports/', pathNot: tests },
    to: { path: '^app/services/', pathNot: ['^app/services/imports/', '/read-[^/]+$', '^app/services/(people|assessments)/import/apply-[^/]+-import\\.server\\.ts$'] },
  },
  ...Object.entries(areaReads).map(([area, reads]) => ({
    name: `service-area-${area}`,
    comment: `Areas read downwards only, so that none waits for another: ${area} reads ${reads.join(', ') || 'no other area'}.`,
    from: { path: `^app/services/${area}/`, pathNot: tests },
    to: { path: '^app/services/', pathNot: `^app/services/(${[area, ...reads].join('|')})/` },
  })),
  {
    name: 'service-areas-are-known',
    comment: 'A new area has to be placed in the order first: name it in areaReads with what it may read.',
    from: {},
    to: { path: '^app/services/', pathNot: `^app/services/(${Object.keys(areaReads).join('|')})/` },
  },
];

const packageRules = [
  {
    name: 'd3-lives-in-charts',
    comment: 'One home for d3 keeps it out of every page that draws nothing.',
    from: { pathNot: '^app/charts/' },
    to: { path: npm('d3', 'd3-[^/]+') },
  },
  {
    name: 'drizzle-lives-below-routes',
    comment: 'Queries are written in services, platform and db (and in commands that measure or rebuild).',
    from: { pathNot: ['^(db|app/services|app/platform|scripts)/', ...tests] },
    to: { path: npm('drizzle-orm') },
  },
  {
    name: 'lucia-lives-in-the-session-file',
    comment: 'Lucia is no longer developed: one file imports it, so that replacing it stays small.',
    from: { pathNot: '^app/platform/session/session\\.server\\.ts$' },
    to: { path: npm('lucia', '@lucia-auth') },
  },
  {
    name: 'openid-client-lives-in-oidc',
    comment: 'What asks a provider goes through the guarded fetch; a second place that imports these packages would not.',
    from: { pathNot: '^app/platform/oidc/' },
    to: { path: npm('openid-client', 'oauth4webapi', 'undici') },
  },
  {
    name: 'react-lives-in-what-draws',
    comment: 'Rules, services and plumbing do not depend on how a page is drawn.',
    from: { pathNot: [door, '^app/(ui|charts)/', '^scripts/(bench/drawing|review)/', ...tests] },
    to: { path: npm('react', 'react-dom', '@remix-run/react', '@conform-to/react') },
  },
  {
    name: 'pg-lives-in-db-and-platform',
    comment: 'A connection taken elsewhere has no tenant set (commands that measure plain SQL are the exception).',
    from: { pathNot: ['^(db|app/platform|scripts)/', ...tests] },
    to: { path: npm('pg') },
  },
  {
    name: 'no-dev-packages-in-production',
    comment: 'A package that production imports belongs to dependencies. app/routes.ts is read at build time only.',
    from: { path: '^(app|db)/', pathNot: ['^app/routes\\.ts$', ...tests] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
  {
    name: 'no-undeclared-packages',
    comment: 'A package that package.json does not name is there by accident and goes without notice. (A .d.ts adds to types only.)',
    from: { pathNot: '\\.d\\.ts$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

const soundnessRules = [
  {
    name: 'no-circular',
    comment: 'Files in a circle can only be understood, and loaded, all at once.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is dead, or its test is missing.',
    from: {
      orphan: true,
      path: '^(app|db)/',
      pathNot: ['\\.d\\.ts$', door, '^app/routes\\.ts$', '\\.(css|json|md|sql)$', ...tests],
    },
    to: {},
  },
  {
    name: 'not-to-unresolvable',
    comment: 'The import leads nowhere. (The build output and virtual modules exist only later.)',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^virtual:', '(^|/)build/'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layerRules, ...areaRules, ...packageRules, ...soundnessRules].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.data|\\.cache|test-results|playwright-report)/' },
    /* Type imports count: a type from above is a dependency on what is above. */
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.jsx', '.d.ts', '.json', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
