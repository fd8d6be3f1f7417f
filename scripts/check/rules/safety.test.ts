import { expect, test } from 'vitest';
import type { HouseRule } from '../source/source-file.ts';
import { treeOf } from '../source/tree-of.ts';
import { noAmbientState } from './no-ambient-state.ts';
import { noInjection } from './no-injection.ts';
import { noRawHex } from './no-raw-hex.ts';
import { noSkippedTests } from './no-skipped-tests.ts';
import { tenantQueries } from './tenant-queries.ts';
import { writesRecordAudit } from './writes-record-audit.ts';

/** How many breaches the rule finds in one file of that text. */
const count = (rule: HouseRule, path: string, text: string): number => rule(treeOf({ [path]: text })).length;

test('a service that opens a transaction and writes records the audit event', () => {
  const service = 'app/services/people/save-person.server.ts';
  const write = 'await db.transaction(async (tx) => { await tx.update(person).set({});';
  expect(count(writesRecordAudit, service, `${write} });`)).toBe(1);
  expect(count(writesRecordAudit, service, `${write} /* recordAudit(tx) */ });`)).toBe(1);
  expect(count(writesRecordAudit, service, 'db.transaction((tx) => tx.execute(sql`delete from person`));')).toBe(1);
  expect(count(writesRecordAudit, service, `${write} await recordAudit(tx, context, {}); });`)).toBe(0);
  expect(count(writesRecordAudit, service, 'db.transaction((tx) => tx.select().from(person));')).toBe(0);
  expect(count(writesRecordAudit, service, 'export const f = (tx) => tx.insert(person);')).toBe(0);
  const digest = "db.transaction((tx) => createHash('sha256').update(text).digest('hex'));";
  expect(count(writesRecordAudit, service, digest)).toBe(0);
  expect(count(writesRecordAudit, service, digest.replace('createHash', 'table'))).toBe(1);
});

test('a service that names a tenant table names the organisation', () => {
  const schema = `export const person = pgTable('person', { organisationId: organisationId() });
    export const user = pgTable('user', { id: uuid('id') });`;
  const found = (text: string): number =>
    tenantQueries(treeOf({ 'db/schema/people.ts': schema, 'app/services/a/read-a.server.ts': text })).length;
  expect(found(`import { person } from '#db/schema/index.ts'; tx.select().from(person);`)).toBe(1);
  expect(found(`import { person as p } from '#db/schema/people.ts'; tx.select().from(p); // organisationId`)).toBe(1);
  expect(found('tx.execute(sql`select 1 from person where id = ${id}`)')).toBe(1);
  expect(found(`import { person } from '#db/schema/index.ts'; tx.select().from(person).where(eq(person.organisationId, id));`)).toBe(0);
  expect(found(`import { user } from '#db/schema/index.ts'; tx.select().from(user);`)).toBe(0);
  expect(found(`import type { person } from '#db/schema/index.ts';`)).toBe(0);
  expect(found('tx.execute(sql`select 1 from person where organisation_id = ${id}`)')).toBe(0);
});

test.each(['new Date()', 'Date.now()', 'Math.random()', 'process.env.PORT', 'globalThis.process.env', 'const { env } = process.env;'])(
  '%s is read at the doors only',
  (text) => {
    expect(count(noAmbientState, 'app/domain/a.ts', text)).toBe(1);
    for (const door of ['server.ts', 'app/platform/env.server.ts', 'scripts/a.ts', 'db/embedded/a.ts', 'app/a.test.ts']) {
      expect(count(noAmbientState, door, text)).toBe(0);
    }
  },
);

test('a date made from a given time is not a clock', () => {
  expect(count(noAmbientState, 'app/domain/a.ts', `new Date(text); Math.round(1); 'Date.now()'; // new Date()`)).toBe(0);
});

test('components have no raw colours', () => {
  expect(count(noRawHex, 'app/ui/a.tsx', `const a = <p color="#0B0C0C">{'x #fff'}</p>;`)).toBe(2);
  expect(count(noRawHex, 'app/ui/a.tsx', 'const a = `1px solid #1D70B8${x}`;')).toBe(1);
  expect(count(noRawHex, 'app/ui/print.css', 'a { color: #1d70b8; }\n/* #fff */\n#add { top: 0 }')).toBe(1);
  expect(count(noRawHex, 'app/ui/a.tsx', `import '#app/ui/b.ts'; const a = <a href="#add">Issue #12345</a>; // #fff`)).toBe(0);
  expect(count(noRawHex, 'app/charts/colour.ts', `const ink = '#0B0C0C';`)).toBe(0);
});

test.each(['<p dangerouslySetInnerHTML={{ __html: a }} />;', 'sql.raw(a);', 'eval(a);', 'new Function(a);'])('%s is refused', (text) => {
  expect(count(noInjection, 'app/ui/a.tsx', text)).toBe(1);
  expect(count(noInjection, 'app/ui/a.tsx', `// ${text}\nconst b = ${JSON.stringify(text)};`)).toBe(0);
});

test('drawn text enters a page by one file, and by nothing else there', () => {
  expect(count(noInjection, 'app/charts/heatmap/markup.tsx', '<p dangerouslySetInnerHTML={{ __html: a }} />;')).toBe(0);
  expect(count(noInjection, 'app/charts/heatmap/markup.tsx', 'eval(a);')).toBe(1);
  expect(count(noInjection, 'app/charts/heatmap/heatmap.tsx', '<p dangerouslySetInnerHTML={{ __html: a }} />;')).toBe(1);
});

test.each(['test.skip(1);', 'it.only(1);', 'describe.skipIf(1)(2);', 'test.describe.only(1);', 'test.each([1]).skip(2);', `vi.mock('a');`])(
  '%s is refused in tests',
  (text) => {
    expect(count(noSkippedTests, 'app/a.test.ts', text)).toBe(1);
    expect(count(noSkippedTests, 'tests/e2e/a.spec.ts', `test('a', () => list.skip(1)); // ${text}`)).toBe(0);
  },
);

test.each(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme', 'fails', 'fail'])('test.%s leaves a test out', (word) => {
  for (const block of ['test', 'it', 'describe']) {
    expect(count(noSkippedTests, 'app/a.test.ts', `${block}.${word}('a', () => {});`)).toBe(1);
  }
});
