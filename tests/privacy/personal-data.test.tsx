import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { describeValue } from '#app/domain/privacy/describe-value.ts';
import { type ExportSection, type ExportValue, exportSectionNames, exportSections } from '#app/domain/privacy/export-section.ts';
import { noticeTitles } from '#app/domain/privacy/notice-kind.ts';
import type { PersonalColumns } from '#app/domain/privacy/personal-column.ts';
import { personalColumns } from '#app/domain/privacy/personal-columns.ts';
import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { readOwnData } from '#app/services/privacy/read-own-data.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';
import { PersonalDataView } from '#app/ui/personal-data-view.tsx';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type FilledPerson, fillPerson } from './filled-person.ts';
import { impersonalTables } from './impersonal-tables.ts';

const database = useTestDatabase();

async function rowsOf<Row extends object>(text: string): Promise<Row[]> {
  return (await database.ownerPool.query<Row>(text)).rows;
}

const tableName = "relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";

/**
 * The tables that hold or point to somebody: people and users, whatever refers to such a table, and
 * whatever has a column that is named as those that name somebody are.
 */
async function personalTables(): Promise<string[]> {
  const references = await rowsOf<{ from: string; to: string }>(
    "select c.relname as from, t.relname as to from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid where k.contype = 'f'",
  );
  const named = await rowsOf<{ name: string }>(`
    select distinct table_name as name from information_schema.columns where table_schema = 'public'
      and column_name ~ '(^|_)(person_id|user_id|email|address|by_name|to_name|actor_name|assessor_name|user_agent|subject_id)$'`);
  const found = new Set(['person', 'app_user', ...named.map(({ name }) => name)]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { from, to } of references) if (found.has(to)) found.add(from);
  }
  return [...found].sort();
}

const personalColumnsOf = async (tables: readonly string[]) =>
  (await rowsOf<{ table: string; column: string }>("select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'"))
    .filter(({ table }) => tables.includes(table))
    .map(({ table, column }) => `${table}.${column}`);

const decidedIn = (columns: PersonalColumns) => Object.entries(columns).flatMap(([table, of]) => Object.keys(of).map((column) => `${table}.${column}`));

/** The personal columns of the database about which nobody has decided. */
async function undecided(columns: PersonalColumns): Promise<string[]> {
  const decided = new Set(decidedIn(columns));
  return (await personalColumnsOf(await personalTables())).filter((column) => !decided.has(column));
}

describe('every personal column', () => {
  it('is exported or left out for a reason, and nothing remains', async () => {
    expect(await undecided(personalColumns)).toEqual([]);
    const known = new Set(await personalColumnsOf(Object.keys(personalColumns)));
    expect(decidedIn(personalColumns).filter((column) => !known.has(column))).toEqual([]);
    for (const [table, columns] of Object.entries<PersonalColumns[string]>(personalColumns)) {
      for (const [column, decision] of Object.entries(columns)) {
        if ('leftOut' in decision) expect(decision.leftOut.length, `${table}.${column}`).toBeGreaterThan(10);
      }
    }
  });

  it('stands in a table that is known to be personal; every other table is known to say nothing of anybody', async () => {
    const tables = (await rowsOf<{ name: string }>(`select relname as name from pg_class where ${tableName} order by 1`)).map(({ name }) => name);
    const personal = await personalTables();
    expect(personal).toEqual(Object.keys(personalColumns).sort());
    expect([...personal, ...Object.keys(impersonalTables)].sort()).toEqual(tables);
  });

  it('would be missed: without its entry, in a new column, in a new table that points to somebody', async () => {
    for (const table of Object.keys(personalColumns) as (keyof typeof personalColumns)[]) {
      const columns: PersonalColumns = structuredClone(personalColumns);
      const [column] = Object.keys(columns[table]!);
      delete columns[table]![column!];
      expect(await undecided(columns)).toEqual([`${table}.${column}`]);
    }
    await database.ownerPool.query('alter table person add column nickname text');
    await database.ownerPool.query('create table spy (about uuid references app_user (id), saw text)');
    await database.ownerPool.query('create table guess (id int, likely_user_id uuid)');
    expect((await undecided(personalColumns)).sort()).toEqual(['guess.id', 'guess.likely_user_id', 'person.nickname', 'spy.about', 'spy.saw']);
    await database.ownerPool.query('drop table spy');
    await database.ownerPool.query('drop table guess');
    await database.ownerPool.query('alter table person drop column nickname');
  });
});

/** Where an id stands in the database, the export says a name. */
const names: Record<string, string> = {
  team_id: 'team.name',
  role_id: 'role.name',
  role_level_id: 'role_level.name',
  skill_id: 'skill.name',
  framework_version_id: 'framework_version.label',
  cycle_id: 'cycle.name',
  scheme_id: 'scoring_scheme.name',
};

/** The export tells that there is such a row, and not the id or name in this column. */
const toldByTheirRow = ['cycle.closed_by_name', 'assessment.assessor_user_id', 'invitation.invited_by_user_id', 'audit_event.actor_user_id', 'invitation_grant.invitation_id', 'organisation_notice.updated_by_name'];
/** Rows of these stand in two places of the export, each where it belongs. */
const inTwoPlaces = ['assessment', 'invitation', 'audit_event'];

const known = new Map<string, Promise<ExportValue[]>>();

/** What the export has to say for a column: the stored values, in its words. Looked up once. */
function expectedValues(table: string, column: string, where: string): Promise<ExportValue[]> {
  const key = `${table}.${column} ${where}`;
  const values = known.get(key) ?? lookUpValues(table, column, where);
  known.set(key, values);
  return values;
}

async function lookUpValues(table: string, column: string, where: string): Promise<ExportValue[]> {
  const [looked = '', name = ''] = (names[column] ?? '').split('.');
  const chosen = names[column] ? `(select "${name}" from "${looked}" l where l.id = t."${column}")` : `t."${column}"`;
  const type = (await rowsOf<{ type: string }>(`select data_type as type from information_schema.columns where table_name = '${table}' and column_name = '${column}'`))[0]?.type;
  const value = type === 'date' && !names[column] ? `${chosen}::text` : chosen;
  const stored = await rowsOf<{ value: unknown }>(`select ${value} as value from "${table}" t where ${where} and t."${column}" is not null`);
  return stored.map(({ value: raw }) => {
    if (column === 'last_used_step') return new Date(Number(raw) * 30_000).toISOString();
    if (table === 'session' && column.endsWith('organisation_id')) return true;
    if (['assessment', 'evidence'].includes(table) && column === 'source') return assessmentSources[Number(raw) - 1]!;
    if (table === 'organisation_notice' && column === 'kind') return noticeTitles[raw as keyof typeof noticeTitles];
    if (raw instanceof Date) return raw.toISOString();
    return column === 'detail' ? JSON.stringify(raw) : (raw as ExportValue);
  });
}

const exported = Object.entries<PersonalColumns[string]>(personalColumns).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, decision]) => ('exported' in decision ? [{ table, column, place: decision.exported }] : [])),
);

const decoded = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The places of an export, file and page, at which a stored value of this person is not to be found. */
async function missing({ rows }: FilledPerson, data: PersonalData): Promise<string[]> {
  const html = decoded(renderToStaticMarkup(<PersonalDataView data={data} />));
  const sectionOf = (name: string) => html.split(`<section id="${name}"`)[1]?.split('</section>')[0] ?? '';
  const faults: string[] = [];
  for (const { table, column, place } of exported) {
    const [section = '', key = ''] = place.split('.');
    const wanted = await expectedValues(table, column, rows[table]!);
    expect(wanted.length, `${table}.${column} is filled`).toBeGreaterThan(0);
    const told = (data.records[section as ExportSection] ?? []).map((row) => (row as Record<string, ExportValue>)[key]);
    const isTold = (value: ExportValue) => told.some((one) => JSON.stringify(one) === JSON.stringify(value));
    const isShown = (value: ExportValue) => sectionOf(section).includes(`>${describeValue(value)}<`);
    const found = toldByTheirRow.includes(`${table}.${column}`) ? told.length > 0 : inTwoPlaces.includes(table) ? wanted.some((value) => isTold(value) && isShown(value)) : wanted.every((value) => isTold(value) && isShown(value));
    if (!found) faults.push(`${table}.${column} at ${place}`);
  }
  return faults;
}

describe('the export of one person', () => {
  let ada: FilledPerson;
  let other: FilledPerson;
  let data: PersonalData;

  const ownContext = async (isBound: boolean) => {
    const context = await ada.organisation.as('team-member', { userId: ada.userId, personId: ada.personId });
    const session = { publicId: 'x', method: 'password' as const, hasSecondFactor: true, isBound };
    return { ...context, viewer: { ...context.viewer, session } };
  };

  beforeAll(async () => {
    ada = await fillPerson(database, 'quokka');
    other = await fillPerson(database, 'wombat');
    data = await readOwnData(await ownContext(false), 'file');
  });

  it('says every exported column, in the file and on the page', async () => {
    expect(await missing(ada, data)).toEqual([]);
    for (const name of exportSectionNames) expect(data.records[name]?.length, exportSections[name].title).toBeGreaterThan(0);
  });

  it('would be seen to drop any one table', async () => {
    for (const name of new Set(exported.map(({ place }) => place.split('.')[0] as ExportSection))) {
      const { [name]: _dropped, ...records } = data.records;
      expect((await missing(ada, { ...data, records })).length, name).toBeGreaterThan(0);
    }
  });

  it('says nothing of others, of another organisation, and no secret', async () => {
    const text = JSON.stringify(data) + renderToStaticMarkup(<PersonalDataView data={data} />);
    const { canary } = ada.organisation;
    for (const foreign of ['wombat', other.organisation.canary, `ben ${canary}`, `dan ${canary}`, 'A note about Ben', 'Hidden from them', 'secretOfBen', 'somebody@example.org', 'Somebody else']) {
      expect(text, foreign).not.toContain(foreign);
    }
    expect(text).not.toMatch(/argon2|sealed/);
    const hashes = await rowsOf<{ hash: string }>('select token_hash as hash from invitation union all select token_hash from password_reset union all select code_hash from recovery_code union all select id from session');
    expect(hashes.length).toBeGreaterThan(6);
    for (const { hash } of hashes) expect(text).not.toContain(hash);
  });

  it('leaves the account out for a session on the word of one organisation, and for whoever else exports the person', async () => {
    const account: ExportSection[] = ['account', 'authenticators', 'passkeys', 'recoveryCodes', 'passwordResets', 'sessions'];
    const head = await ada.organisation.as('head-of-service', { teamId: ada.organisation.teams.service });
    const bound = await readOwnData(await ownContext(true), 'file');
    const { data: byHead } = await readPersonData(head, ada.personId, 'file');
    for (const limited of [bound, byHead]) {
      expect(account.filter((name) => limited.records[name])).toEqual([]);
      expect(limited.records.answers === undefined).toBe(limited === byHead);
      expect(limited.leftOut.length).toBe(data.leftOut.length + (limited === byHead ? 2 : 1));
      const faults = await missing(ada, limited);
      expect(faults.filter((fault) => ![...account, ...(limited === byHead ? ['answers'] : [])].includes(fault.split(' at ')[1]!.split('.')[0]!))).toEqual([]);
    }
  });
});
