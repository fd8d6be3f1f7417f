import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { action as actOnImport, loader as openImport } from '#app/routes/imports/import.tsx';
import { action as upload, loader as list } from '#app/routes/imports/imports.tsx';
import { loader as problemsFile } from '#app/routes/imports/problems-file.ts';
import { loader as templateFile } from '#app/routes/imports/template-file.ts';
import { tendImports } from '#app/services/imports/tend-imports.server.ts';
import { readSpreadsheet } from '#app/services/imports/read-spreadsheet.server.ts';
import { importFileLimits } from '#app/services/imports/import-file-limits.ts';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { auditEvent, person, spreadsheetImport } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { answered, signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const remix = { cspNonce: '', sourceAddress: '127.0.0.1' };
const header = ['Name', 'E-mail', 'Team', 'Role level', 'Start date'];

async function enter(made: TestOrganisation, accessRole: GrantableRole = 'head-of-service', teamId: string | null = null) {
  const { userId } = await addUser(database, made.id, { grants: [{ accessRole, teamId }] });
  const browser = await signedIn(userId, made.id);
  const cookie = browser.request().headers.get('cookie') ?? '';
  const url = (path: string) => `http://localhost:3000${path}`;
  const given = (path: string, form?: FormData) => ({ request: new Request(url(path), { headers: { cookie }, ...(form ? { method: 'POST', body: form } : {}) }), context: remix });
  const formOf = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  return {
    hand: (bytes: Uint8Array | string, name = 'people.csv', kind = '') => {
      const form = formOf({ kind });
      form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
      return answered(() => upload({ ...given('/imports', form), params: {} }));
    },
    list: () => list({ ...given('/imports'), params: {} }),
    open: (importId: string, search = '') => openImport({ ...given(`/imports/${importId}${search}`), params: { importId } }),
    act: (importId: string, fields: Record<string, string>) => answered(() => actOnImport({ ...given(`/imports/${importId}`, formOf(fields)), params: { importId } })),
    problems: (importId: string, format: string) => problemsFile({ ...given(`/imports/${importId}/problems/${format}`), params: { importId, format } }),
    template: (format: string, of: string) => templateFile({ ...given(`/imports/template/${format}?of=${of}`), params: { format } }),
  };
}

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof enter>>['hand']>> | Awaited<ReturnType<Awaited<ReturnType<typeof enter>>['act']>>;

function placeOf(answer: Answer): string {
  if ('data' in answer) throw new Error(`A redirect was expected, and not: ${JSON.stringify(answer.data)}`);
  return answer.headers.get('location') ?? '';
}

const idOf = (answer: Answer) => placeOf(answer).replace('/imports/', '');
const refusalOf = (answer: Answer) => ('data' in answer ? { status: answer.init?.status, message: answer.data.problems.map(({ message }) => message).join('\n') } : { status: 302, message: placeOf(answer) });
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');
const eve = ({ canary }: TestOrganisation) => ['Eve Stone', 'eve@coast.example', `Lights ${canary}`, `Junior keeper ${canary}`, '01/05/2026'];
const stored = (made: TestOrganisation) => database.tenant(made.id).transaction(async (tx) => ({ people: await tx.select().from(person), imports: await tx.select().from(spreadsheetImport), audit: (await tx.select().from(auditEvent).orderBy(auditEvent.position)).map(({ action }) => action) }));

/** What the page's form would send. */
function fieldsOf(page: Awaited<ReturnType<Awaited<ReturnType<typeof enter>>['open']>>, changed: Record<string, string> = {}): Record<string, string> {
  const { preview, revision } = page;
  if (!preview) throw new Error('The import is not open.');
  const columns = Object.fromEntries(preview.columns.map(({ column, use }) => [`column.${column}`, use]));
  const names = Object.fromEntries(preview.names.flatMap(({ kind, key }, at) => [[`nameKind.${at}`, kind], [`nameKey.${at}`, key], [`name.${at}`, '']]));
  return { do: 'save', revision: String(revision), sheet: String(preview.sheet), headerRow: String(preview.headerRow + 1), shape: preview.shape, dayOrder: preview.dayOrder, source: preview.source, assessedOn: preview.assessedOn ?? '', ...columns, ...names, ...changed };
}

describe('the pages of imports', () => {
  it('take a spreadsheet from its upload to the people, once', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    expect(await page.list()).toMatchObject({ imports: [], mayImportAssessments: true });
    const id = idOf(await page.hand(csv([header, eve(made)])));
    const looked = await page.open(id);
    expect(looked).toMatchObject({ kind: 'people', state: 'open', preview: { shape: 'people', canBringIn: true, toWrite: 1, counts: expect.arrayContaining([{ fate: 'add', label: 'Added', count: 1 }]) as unknown[] } });
    expect((await stored(made)).imports).toMatchObject([{ file: null, state: 'open' }]);
    expect(placeOf(await page.act(id, { do: 'bring-in', revision: String(looked.revision) }))).toBe(`/imports/${id}`);
    const after = await stored(made);
    expect(after.people.filter(({ name }) => name === 'Eve Stone')).toHaveLength(1);
    expect(after.imports).toMatchObject([{ state: 'applied', sheets: null, mapping: null, file: null, summary: { counts: { add: 1 } } }]);
    expect(after.audit).toEqual(['import.start', 'import.read', 'import.begin', 'person.add', 'import.apply']);
    expect(placeOf(await page.act(id, { do: 'bring-in', revision: String(looked.revision) })), 'sent again').toBe(`/imports/${id}`);
    expect(await stored(made)).toEqual(after);
    expect(await page.open(id)).toMatchObject({ state: 'applied', stands: 'Brought in: 1 added, 0 changed, 0 as they were.', preview: null });
  });

  it('count rows, not the assessments in them', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const skills = ['lamps', 'signals'].map((name) => made.skills[name as 'lamps']);
    const names = await database.ownerPool.query<{ name: string }>('select distinct on (skill_id) name from skill_content where skill_id = any($1)', [skills]);
    const id = idOf(await page.hand(csv([['Name', 'Assessed on', ...names.rows.map(({ name }) => name)], ['Nobody at all', '01/05/2026', '1', '2']]), 'wide.csv', 'assessments'));
    const looked = await page.open(id);
    expect(looked.preview).toMatchObject({ shape: 'wide', rows: 1, lead: expect.stringMatching(/^Its one row cannot/) as string, counts: expect.arrayContaining([{ fate: 'refused', label: 'Refused', count: 1 }]) as unknown[] });
    expect(refusalOf(await page.act(id, { do: 'bring-in', revision: String(looked.revision) })).message).toMatch(/^1 row is refused/);
  });

  it('say what is not known, keep what is decided, and refuse a form that is out of date', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const id = idOf(await page.hand(csv([header, eve(made).with(2, 'Lihgts'), eve(made).with(0, 'Fay').with(1, 'fay@coast.example').with(2, 'Nowhere')])));
    const looked = await page.open(id);
    expect(looked.preview).toMatchObject({ canBringIn: false, refused: 2, names: [{ kind: 'team', key: 'lihgts' }, { kind: 'team', key: 'nowhere' }] });
    expect(refusalOf(await page.act(id, { do: 'bring-in', revision: String(looked.revision) }))).toMatchObject({ status: 409, message: expect.stringMatching(/2 rows are refused/) as string });
    expect(placeOf(await page.act(id, fieldsOf(looked, { 'name.0': made.teams.lights, 'name.1': 'leave-out' })))).toBe(`/imports/${id}?notice=saved`);
    const saved = await page.open(id, '?notice=saved&fate=left-out');
    expect(saved.preview).toMatchObject({ canBringIn: true, toWrite: 1, names: [], decided: [{ meant: made.teams.lights }, { meant: 'leave-out' }], fates: [{ row: 3, fate: 'left-out' }], ofFate: 1 });
    expect(refusalOf(await page.act(id, fieldsOf(looked)))).toMatchObject({ status: 409 });
    expect(refusalOf(await page.act(id, { do: 'bring-in', revision: String(looked.revision) }))).toMatchObject({ status: 409 });
    expect(refusalOf(await page.act(id, fieldsOf(saved, { headerRow: '900' })))).toMatchObject({ status: 422, message: expect.stringMatching(/has 3 rows/) as string });
    expect(refusalOf(await page.act(id, fieldsOf(saved, { 'column.0': 'field:nothing' }))).status).toBe(422);
    await page.act(id, { do: 'bring-in', revision: String(saved.revision) });
    expect((await stored(made)).people.map(({ name }) => name)).toContain('Eve Stone');
    expect((await stored(made)).people.map(({ name }) => name)).not.toContain('Fay');
  });

  it('take levels that the framework does not define once somebody says that they are meant', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const { rows } = await database.ownerPool.query<{ name: string }>('select name from skill where id = $1', [made.skills.charts]);
    const id = idOf(await page.hand(csv([['Email', 'Skill', 'Source', 'Level', 'Date'], [`ben@${made.canary}.example`, rows[0]!.name, 'manager', '1', '01/05/2026']]), 'levels.csv', 'assessments'));
    const before = await page.open(id);
    expect(before.preview?.fates).toMatchObject([{ fate: 'refused', problems: [{ message: expect.stringContaining('does not define level 1') as string }] }]);
    expect(placeOf(await page.act(id, fieldsOf(before, { acceptUndefined: 'on' })))).toBe(`/imports/${id}?notice=saved`);
    const accepted = await page.open(id);
    expect(accepted.preview).toMatchObject({ acceptUndefined: true, canBringIn: true, fates: [{ fate: 'add' }] });
    // The control: without the tick it is refused again.
    await page.act(id, fieldsOf(accepted));
    expect((await page.open(id)).preview).toMatchObject({ acceptUndefined: false, canBringIn: false });
  });

  it('guess another shape anew, and find levels in a wide sheet of assessments', async () => {
    const made = await makeOrganisation(database);
    const { canary } = made;
    const page = await enter(made);
    const rows = [['Our skills', '', ''], ['Person', `Lamp keeping ${canary}`, `Signalling ${canary}`], [`ben ${canary}`, '2', '1']];
    const id = idOf(await page.hand(writeWorkbook([{ name: 'Notes', rows: [['nothing here']] }, { name: 'Levels', rows }], 'xlsx'), 'levels.xlsx'));
    const looked = await page.open(id);
    expect(looked).toMatchObject({ kind: 'assessments', format: 'xlsx', preview: { sheet: 1, headerRow: 1, shape: 'wide', columns: [{ use: 'field:person' }, { use: `skill:${made.skills.lamps}` }, { use: `skill:${made.skills.signals}` }] } });
    await page.act(id, fieldsOf(looked, { shape: 'people' }));
    expect(await page.open(id)).toMatchObject({ kind: 'people', preview: { shape: 'people', columns: [{ use: 'field:name' }, { use: 'ignored' }, { use: 'ignored' }] } });
  });

  it.each(['csv', 'xlsx', 'ods'] as const)('hand the spreadsheet back as %s with what is wrong, and no formula in it', async (format) => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const id = idOf(await page.hand(csv([header, eve(made).with(0, '=1+1').with(4, '31/02/2026'), eve(made).with(0, 'Fay').with(1, 'fay@coast.example')])));
    const answer = await page.problems(id, format);
    expect(answer.headers.get('content-disposition')).toContain(`people-problems.${format}`);
    const read = await readSpreadsheet({ name: `x.${format}`, bytes: new Uint8Array(await answer.arrayBuffer()) }, importFileLimits);
    if (!read.ok) throw new Error(read.message);
    const [top, first, second] = read.sheets[0]?.rows ?? [];
    expect([top?.at(-1), first?.[0], first?.at(-1), second?.at(-1)]).toEqual(['Problem', "'=1+1", expect.stringMatching(/^Column E: There is no 31 February 2026/), '']);
    expect((await thrownResponse(page.problems(id, 'exe'))).status).toBe(404);
    // What was put right and handed in again is read without the guard.
    const again = idOf(await page.hand(csv([header, eve(made).with(0, "'=1+1")])));
    expect((await page.open(again)).preview?.fates[0]?.subject).toBe('=1+1');
  });

  it('say at once what cannot be taken, and after reading what cannot be read', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    expect(refusalOf(await page.hand('', ''))).toMatchObject({ status: 422 });
    expect(refusalOf(await page.hand(new Uint8Array(9_000_001)))).toMatchObject({ status: 422, message: expect.stringMatching(/9 MB at most/) as string });
    const id = idOf(await page.hand(readFileSync('tests/fixtures/framework/roles.csv').subarray(0, 0).toString() || '%PDF-1.7', 'people.pdf'));
    expect(await page.open(id)).toMatchObject({ state: 'refused', stands: expect.stringMatching(/people.pdf is a PDF/) as string, preview: null });
  });

  it('throw an import away with its rows, and forget one after a day, and say so', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const [one, other] = [idOf(await page.hand(csv([header, eve(made)]))), idOf(await page.hand(csv([header, eve(made)])))];
    expect(placeOf(await page.act(one, { do: 'discard', revision: '0' }))).toBe('/imports?notice=discarded');
    const before = clock.now;
    try {
      clock.now = new Date(before.getTime() + 23 * 3_600_000);
      await tendImports(runtime());
      expect((await stored(made)).imports.find(({ id }) => id === other)?.state).toBe('open');
      clock.now = new Date(before.getTime() + 25 * 3_600_000);
      await tendImports(runtime());
      const { imports } = await stored(made);
      expect(imports.map(({ state, sheets, mapping }) => [state, sheets, mapping])).toEqual([['discarded', null, null], ['discarded', null, null]]);
    } finally {
      clock.now = before;
    }
    expect(await page.open(other)).toMatchObject({ state: 'discarded', stands: expect.stringMatching(/Forgotten.*within a day/) as string });
    expect(refusalOf(await page.act(one, { do: 'bring-in', revision: '0' }))).toMatchObject({ status: 409, message: expect.stringMatching(/not open any more/) as string });
  });

  it('open an import again when what it says does not hold any more, and store nothing', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const id = idOf(await page.hand(csv([header, eve(made)])));
    // Somebody renames the team between the button and the work.
    await database.tenant(made.id).transaction((tx) => tx.update(spreadsheetImport).set({ state: 'applying' }));
    await database.ownerPool.query('update team set name = $1 where id = $2', ['Renamed', made.teams.lights]);
    await tendImports(runtime());
    expect(await page.open(id)).toMatchObject({ state: 'open', refusal: expect.stringMatching(/Something changed meanwhile/) as string, preview: { refused: 1 } });
    expect((await stored(made)).people.map(({ name }) => name)).not.toContain('Eve Stone');
    expect((await stored(made)).audit).toContain('import.fail');
  });

  it('are for those who may import, and an import is nobody else’s', async () => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    const id = idOf(await page.hand(csv([header, eve(made)])));
    const before = await stored(made);
    const colleague = await enter(made);
    const foreigner = await enter(await makeOrganisation(database));
    for (const other of [colleague, foreigner]) {
      expect((await thrownResponse(other.open(id))).status).toBe(404);
      expect((await thrownResponse(other.problems(id, 'csv'))).status).toBe(404);
      for (const pressed of ['save', 'bring-in', 'discard']) expect((await thrownResponse(other.act(id, { ...fieldsOf(await page.open(id)), do: pressed }))).status).toBe(404);
    }
    for (const role of ['team-member', 'analyst', 'moderator'] as const) {
      const closed = await enter(made, role);
      expect((await thrownResponse(closed.list())).status).toBe(403);
      expect((await thrownResponse(closed.hand(csv([header])))).status).toBe(403);
      expect((await thrownResponse(closed.open(id))).status).toBe(403);
      expect((await thrownResponse(closed.act(id, { do: 'discard', revision: '0' }))).status).toBe(403);
      expect((await thrownResponse(closed.template('csv', 'people'))).status).toBe(403);
    }
    const administrator = await enter(made, 'administrator');
    expect(await administrator.list()).toMatchObject({ mayImportAssessments: false });
    expect((await thrownResponse(administrator.hand(csv([header, eve(made)]), 'levels.csv', 'assessments'))).status).toBe(403);
    const after = await stored(made);
    expect([after.people, after.imports]).toEqual([before.people, before.imports]);
  });

  it.each(['people', 'assessments-long', 'assessments-wide'])('hand out a spreadsheet of %s to fill in, which they recognise', async (of) => {
    const made = await makeOrganisation(database);
    const page = await enter(made);
    for (const format of ['csv', 'xlsx', 'ods']) {
      const answer = await page.template(format, of);
      const id = idOf(await page.hand(new Uint8Array(await answer.arrayBuffer()), `template.${format}`));
      expect(await page.open(id)).toMatchObject({ format, kind: of === 'people' ? 'people' : 'assessments' });
    }
    expect((await thrownResponse(page.template('csv', 'toString'))).status).toBe(404);
  });
});
