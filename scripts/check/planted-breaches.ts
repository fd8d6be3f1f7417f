/** Small trees for the test of the import rules: one that is sound, and for each rule the files that break it. */

/** Path to text. */
type Files = Record<string, string>;

export const soundFiles: Files = {
  'server.ts': `import '#app/platform/context.server.ts'; import '#db/client.ts'; import 'node:http';`,
  'app/routes.ts': `import 'vite';`,
  'app/root.tsx': `import 'react'; import '#app/ui/button.tsx';`,
  'app/routes/teams/heatmap.tsx': `import 'react'; import '#app/services/capability/read-matrix.server.ts';
    import '#app/charts/heatmap/heatmap.tsx'; import '#app/platform/context.server.ts';`,
  'app/services/capability/read-matrix.server.ts': `import 'drizzle-orm'; import '#db/client.ts';
    import '#app/domain/capability/matrix.ts'; import '#app/services/people/read-people.server.ts';`,
  'app/services/people/read-people.server.ts': `import '#db/client.ts'; import '#app/services/accounts/read-user.server.ts';`,
  'app/services/people/read-people.server.test.ts': `import '#tests/helpers/context-as.ts'; import 'pg';`,
  'app/services/people/save-person.server.ts': `import '#app/platform/context.server.ts';`,
  'app/services/accounts/read-user.server.ts': `import '#db/client.ts';`,
  'app/services/accounts/save-user.server.ts': `import '#db/client.ts';`,
  'app/services/reports/read-report.server.ts': `import '#app/services/capability/read-matrix.server.ts';`,
  'app/platform/context.server.ts': `import '#app/platform/session/session.server.ts'; import '#db/client.ts';`,
  'app/platform/session/session.server.ts': `import 'lucia'; import 'pg';`,
  'app/domain/capability/matrix.ts': `import type { Cell } from './cell.ts'; export type M = Cell;`,
  'app/domain/capability/cell.ts': `export interface Cell { gap: number }`,
  'app/charts/heatmap/heatmap.tsx': `import 'd3'; import 'react'; import '#app/ui/button.tsx';`,
  'app/ui/button.tsx': `import 'react'; import '#app/domain/capability/matrix.ts';`,
  'db/client.ts': `import 'pg'; import 'drizzle-orm'; import '#app/domain/capability/cell.ts';`,
  'scripts/bench.ts': `import 'pg'; import '#app/services/people/read-people.server.ts';`,
  'tests/helpers/context-as.ts': `import '#app/platform/context.server.ts'; import 'drizzle-orm';`,
};

const service = (area: string, imported: string): Files => ({
  [`app/services/${area}/list-things.server.ts`]: `import '#app/services/${imported}.server.ts';`,
});

/** Each area reaching for one that it may not read: the one above it in the order, or one it does not stand on. */
const areaBreaches: Record<string, Files> = {
  'service-area-accounts': service('accounts', 'reports/read-report'),
  'service-area-credentials': service('credentials', 'people/read-people'),
  'service-area-single-sign-on': service('single-sign-on', 'people/read-people'),
  'service-area-members': service('members', 'reports/read-report'),
  'service-area-organisation': service('organisation', 'people/read-people'),
  'service-area-privacy': service('privacy', 'reports/read-report'),
  'service-area-framework': service('framework', 'people/read-people'),
  'service-area-imports': service('imports', 'reports/read-report'),
  'service-area-people': service('people', 'capability/read-matrix'),
  'service-area-assessments': service('assessments', 'capability/read-matrix'),
  'service-area-capability': service('capability', 'reports/read-report'),
  'service-area-planning': service('planning', 'reports/read-report'),
  'service-area-reviews': service('reviews', 'reports/read-report'),
  'service-area-reports': service('reports', 'accounts/read-user'),
};

export const plantedBreaches: Record<string, Files> = {
  ...areaBreaches,
  'domain-imports-nothing': { 'app/domain/review/due.ts': `import 'node:fs';` },
  'routes-never-import-db': { 'app/routes/people/list.tsx': `import '#db/client.ts';` },
  'services-draw-nothing': { 'app/services/reports/print.server.ts': `import type { Heatmap } from '#app/charts/heatmap/heatmap.tsx';` },
  'platform-imports-db-and-domain': { 'app/platform/jobs.server.ts': `import '#app/services/people/save-person.server.ts';` },
  'db-imports-domain': { 'db/seed/demo.ts': `import '#app/platform/context.server.ts';` },
  'charts-import-ui-and-domain': { 'app/charts/pie.tsx': `export * from '#db/client.ts';` },
  'ui-imports-domain': { 'app/ui/legend.tsx': `import '#app/charts/heatmap/heatmap.tsx';` },
  'server-starts-and-draws-nothing': { 'server.ts': `import '#app/routes/teams/heatmap.tsx';` },
  'scripts-draw-nothing': { 'scripts/draw.ts': `import '#app/charts/heatmap/heatmap.tsx';` },
  'nobody-imports-scripts': { 'server.ts': `import './scripts/bench.ts';` },
  'production-never-imports-tests': { 'app/platform/audit/audit.server.ts': `import '#tests/helpers/context-as.ts';` },
  'app-has-known-layers': { 'app/extras/one.ts': `import './two.ts';`, 'app/extras/two.ts': `export const two = 2;` },
  'no-server-code-in-pictures': {
    'app/ui/menu.tsx': `import './menu.server.ts';`,
    'app/ui/menu.server.ts': `import '#app/domain/capability/matrix.ts';`,
  },
  'service-areas-meet-in-read-files': service('people', 'accounts/save-user'),
  'imports-apply-what-others-write': { ...service('imports', 'people/save-team'), 'app/services/people/save-team.server.ts': `import '#app/domain/capability/cell.ts';` },
  'service-areas-are-known': {
    'app/services/billing/send-invoice.server.ts': `import './invoice.ts';`,
    'app/services/billing/invoice.ts': `export const sum = 0;`,
  },
  'd3-lives-in-charts': { 'tests/e2e/axis.spec.ts': `import 'd3';` },
  'drizzle-lives-below-routes': { 'server.ts': `import 'drizzle-orm';` },
  'lucia-lives-in-the-session-file': { 'app/platform/authorise.server.ts': `import 'lucia';` },
  'openid-client-lives-in-oidc': { 'app/platform/session/session.server.ts': `import 'openid-client';` },
  'react-lives-in-what-draws': { 'app/platform/mail.server.ts': `import type { FC } from 'react';` },
  'pg-lives-in-db-and-platform': { 'app/services/people/count-people.server.ts': `import 'pg';` },
  'no-dev-packages-in-production': { 'app/platform/log.server.ts': `import 'vite';` },
  'no-undeclared-packages': { 'app/platform/log.server.ts': `import 'undeclared';` },
  'no-circular': {
    'app/domain/planning/a.ts': `import type { B } from './b.ts'; export type A = B[];`,
    'app/domain/planning/b.ts': `import type { A } from './a.ts'; export type B = A[];`,
  },
  'no-orphans': { 'app/domain/planning/alone.ts': `export const alone = true;` },
  'not-to-unresolvable': { 'app/platform/log.server.ts': `import './gone.ts';` },
};
