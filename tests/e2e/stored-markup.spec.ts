import type { Page } from '@playwright/test';
import type { JourneyDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { signIn } from './sign-in.ts';
import { everyVisit } from './visits.ts';

// A trace of every page is much of the time that this takes.
test.use({ trace: 'off', screenshot: 'off' });

/** Becomes an element, and runs, wherever text is put into a page as markup. */
const markup = `<img src=x onerror="globalThis.wasRun=1"></title></textarea></script><svg onload=globalThis.wasRun=1>"'>`;

/** Columns of text that no person writes, or that the product compares and does not show. Each is decided here. */
const notWritten: Record<string, RegExp> = {
  'words of a list, held by the database': /\.(kind|state|access|access_role|method|awaits|record_class|severity|subject_kind|outcome|format)$|^audit_event\.action$/,
  'secrets and hashes': /(_hash|\.hash|sealed_\w+|fingerprint)$/,
  'keys that stand in addresses and are made by the product': /\.(key|slug)$/,
  'ids of others': /^audit_event\.subject_id$|^(passkey|session|sign_in_flow)\.id$|^external_identity\.(issuer|subject)$|^passkey\.transports$/,
  'what signing in compares': /^(app_user|invitation)\.email$/,
  'numbers': /^(throttle|first_run_token)\./,
  'words of the framework’s own sources': /\.(wording_source|wording_date|source_kind)$/,
};

async function textColumns(database: JourneyDatabase): Promise<{ table: string; column: string; isList: boolean }[]> {
  const { rows } = await database.ownerPool.query<{ table: string; column: string; isList: boolean }>(`
    select table_name as "table", column_name as "column", data_type = 'ARRAY' as "isList"
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and (data_type = 'text' or (data_type = 'ARRAY' and udt_name = '_text'))
    order by 1, 2`);
  return rows;
}

/** Documents (jsonb) that hold words of a file, an addition or a person. */
const worded = ['framework_release.plan', 'framework_release.readings', 'framework_release.refusals', 'framework_overlay.additions', 'framework_version.own_additions', 'job_description.sections', 'scoring_scheme.rules', 'spreadsheet_import.sheets'];
/** Those that no page shows as they are: what an event is about is hashed; some wait for a release to be compared anew or taken back; rules of then are kept beside a score; of an import the rest is ids, keys and numbers. */
const unseen = ['audit_event.detail', 'framework_release.change_notes', 'framework_release.undo', 'confirmed_score.rules', 'spreadsheet_import.mapping', 'spreadsheet_import.summary'];
/** What stands there and is no wording: keys, kinds, parts, choices, sources and dates. */
const isFixed = (name: string) => /^(?:id|kind|part|proposal|choices|undecided|wordingSource|wordingDate)$|key$/i.test(name);

/** The same document with the markup behind every text that somebody may have worded. */
function withMarkup(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isFixed(name) ? value : `${value}${markup}`;
  if (Array.isArray(value)) return value.map((part) => withMarkup(part, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withMarkup(part, key)]));
}

/** Puts the markup into every document that holds words of a framework, an addition or a job description; answers where there was any. */
async function plantInDocuments(database: JourneyDatabase, organisationId: string): Promise<string[]> {
  const planted = new Set<string>();
  const { rows } = await database.ownerPool.query<{ place: string; table: string; column: string }>(`
    select table_name || '.' || column_name as place, table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'jsonb' order by 1`);
  expect(rows.map(({ place }) => place).filter((place) => !unseen.includes(place)), 'each is decided above').toEqual(worded.toSorted());
  for (const { place, table, column } of rows.filter((row) => worded.includes(row.place))) {
    const found = await database.ownerPool.query<{ at: string; document: unknown }>(`select ctid::text as at, "${column}" as document from "${table}" where organisation_id = $1 and "${column}" is not null`, [organisationId]);
    for (const { at, document } of found.rows) {
      planted.add(place);
      await database.ownerPool.query(`update "${table}" set "${column}" = $2::jsonb where organisation_id = $1 and ctid = $3::tid`, [organisationId, JSON.stringify(withMarkup(document)), at]);
    }
  }
  return [...planted];
}

/** Puts the markup behind what stands in every column of text that a person may have written. */
async function plant(database: JourneyDatabase, organisationId: string): Promise<string[]> {
  const patterns = Object.values(notWritten);
  const columns = (await textColumns(database)).filter(({ table, column }) => !patterns.some((pattern) => pattern.test(`${table}.${column}`)));
  for (const { table, column, isList } of columns) {
    const owned: Record<string, string> = {
      organisation: 'id = $1',
      app_user: 'id in (select user_id from membership where organisation_id = $1)',
      session: 'user_id in (select user_id from membership where organisation_id = $1)',
      passkey: 'user_id in (select user_id from membership where organisation_id = $1)',
    };
    const value = isList ? `array_append("${column}", $2::text)` : `"${column}" || $2::text`;
    await database.ownerPool.query(`update "${table}" set "${column}" = ${value} where ${owned[table] ?? 'organisation_id = $1'} and "${column}" is not null`, [
      organisationId,
      markup,
    ]);
  }
  return columns.map(({ table, column }) => `${table}.${column}`);
}

test('markup in any text that is stored stays text on every page', async ({ ownDemo: demo, database, newBrowser, baseURL }) => {
  test.slow();
  const visits = everyVisit(await readRouteTable(), demo);
  const pages = new Map<string | null, Page>();
  for (const role of new Set(visits.map((visit) => visit.role))) {
    const context = await newBrowser();
    if (role !== null) await signIn(context.request, baseURL!, demo.accounts[role]);
    pages.set(role, await context.newPage());
  }
  expect(await plantInDocuments(database, demo.id)).toEqual(expect.arrayContaining(['framework_release.plan', 'framework_release.readings', 'job_description.sections']));
  const planted = await plant(database, demo.id);
  expect(planted).toEqual(expect.arrayContaining(['person.name', 'team.name', 'assessment.note', 'organisation.name', 'app_user.name', 'session.user_agent']));
  const wrong: string[] = [];
  let seen = 0;
  for (const { path, role } of visits) {
    const page = pages.get(role)!;
    // A document of its own each time: nothing of the one before is left in it.
    await page.goto(path);
    const found = await page.evaluate(() => ({
      wasRun: 'wasRun' in globalThis,
      elements: document.querySelectorAll('img[src="x"], [onerror], [onload]').length,
      isShown: document.body.textContent.includes('<img src=x onerror'),
    }));
    if (found.wasRun || found.elements > 0) wrong.push(`${path} as ${role}: ${JSON.stringify(found)}`);
    if (found.isShown) seen += 1;
  }
  expect(wrong).toEqual([]);
  // It stood on most pages, as text.
  expect(seen).toBeGreaterThan(visits.length / 2);
});

test('the control: the same markup, put into a page as markup, is found', async ({ browser }) => {
  // A browser that nobody watches: its policy complains of just this.
  const page = await browser.newPage();
  const found = await page.evaluate((text) => {
    const inert = new DOMParser().parseFromString(`<p>${text}</p>`, 'text/html');
    return inert.querySelectorAll('img[src="x"], [onerror], [onload]').length;
  }, markup);
  expect(found).toBeGreaterThan(0);
  await page.close();
});
