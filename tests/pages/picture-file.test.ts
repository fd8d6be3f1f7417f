import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { loader } from '#app/routes/teams/heatmap/file.ts';
import { takeFileTurn } from '#app/routes/teams/heatmap/file/take-file-turn.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';

const database = useTestDatabase();
useTestRuntime(database);
const origin = 'http://localhost:3000';
const hostile = '<script>alert(1)</script>"\']]>';

let coast: TestOrganisation;

beforeAll(async () => {
  coast = await makeOrganisation(database);
  const { people, skills } = coast;
  const agreed = (skillId: string, level: number) => ({ skillId, source: 'agreed' as const, level, note: null });
  const head = await coast.as('head-of-service');
  await saveAssessment(head, people.ada, { entries: [agreed(skills.lamps, 1), agreed(skills.signals, 2)] });
  await saveAssessment(head, people.cyd, { entries: [agreed(skills.boats, 4)] });
  await database.ownerPool.query('update person set name = $1 where id = $2', [hostile, people.ada]);
  await database.ownerPool.query('update person set name = $1 where id = $2', ['=cmd|"/c calc"!A1', people.cyd]);
});

/** A browser of somebody with this access role, who downloads; by default of the service, as the head of it. */
async function browser(accessRole: GrantableRole = 'head-of-service', grantedTeamId: string | null = null, turnsTaken = 0) {
  const { userId } = await addUser(database, coast.id, { grants: [{ accessRole, teamId: grantedTeamId }] });
  const cookie = (await startSession(new Request(origin), sessionSubject(userId, coast.id))).split(';')[0] ?? '';
  for (let turn = 0; turn < turnsTaken; turn += 1) await takeTurn('export', { user: userId });
  return (format: string, search = '', teamId = coast.teams.service) => {
    const request = new Request(`${origin}/teams/${encodeURIComponent(teamId)}/heatmap/file/${format}${search}`, { headers: { cookie } });
    return loader({ request, params: { teamId, format }, context: { cspNonce: '', sourceAddress: '127.0.0.1' } });
  };
}

const audited = async (action: string) =>
  (await database.ownerPool.query<{ detail: Record<string, unknown> }>('select detail from audit_event where organisation_id = $1 and action = $2 order by position', [coast.id, action])).rows;

const whatItSays = ['As at', '1 June 2026', 'Order', 'Filter', 'Counted', 'Not counted', 'Framework', 'Coast framework', 'Source'];

describe('the picture as a file', () => {
  it('is a drawing that says what it is about, with names as text, kept and never run', async () => {
    const download = await browser();
    const answer = await download('svg', '?view=people');
    const svg = await answer.text();
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Coast-service-canary-\w+-people-2026-06-01\.svg"; filename\*=UTF-8''Coast%20service/);
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    for (const said of [...whatItSays, 'alert(1)', '1/3']) expect(svg).toContain(said);
    expect(svg).not.toMatch(/<script|foreignObject|\son\w+=|<a\b|javascript:/i);
  });

  it('is one of few that are made at once, so that pages go on being answered', async () => {
    const download = await browser();
    const turns = Array.from({ length: 24 }, () => takeFileTurn());
    expect(await turns.at(-1)).toBeNull();
    const answer = await download('svg', '?view=people');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
    for (const turn of turns) (await turn)?.();
    const together = await Promise.all(Array.from({ length: 8 }, () => download('csv', '?view=people')));
    expect(together.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  });

  it('is an image twice as large as the drawing', async () => {
    const download = await browser();
    const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(await (await download('svg', '?view=people')).text())!.map(Number) as [number, number, number];
    const png = Buffer.from(await (await download('png', '?view=people')).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Math.ceil(2 * width), Math.ceil(2 * height)]);
  });

  it('is a table with a line for each cell, and no formula in it', async () => {
    const bytes = Buffer.from(await (await (await browser())('csv', '?view=people')).arrayBuffer());
    const text = bytes.toString();
    for (const said of whatItSays) expect(text).toContain(said);
    expect(text.startsWith('\ufeffCoast service ')).toBe(true);
    expect(text).toContain('\r\nPerson,Team,Role level,Skill,Expected level,Agreed level,Gap,State,');
    const said = (cells: string) => cells.replaceAll('~', ` ${coast.canary}`);
    expect(text).toContain(said(`"<script>alert(1)</script>""']]>",Lights~,Senior keeper~,Lamp keeping~,3,1,-2,below,`));
    expect(text).toContain(said(`"'=cmd|""/c calc""!A1",Boats~,Coxswain~,Boat handling~,4,4,0,meets,`));
    expect(text).not.toMatch(/(^|[\n,])"?=cmd/);
  });

  it.each(['xlsx', 'ods'] as const)('is a workbook of two sheets with numbers as numbers: %s', async (format) => {
    const answer = await (await browser())(format, '?view=people');
    const { Sheets, SheetNames } = read(await answer.arrayBuffer());
    expect(SheetNames).toEqual(['Picture', 'Cells']);
    const [wide, list] = SheetNames.map((name) => utils.sheet_to_json<(string | number)[]>(Sheets[name]!, { header: 1 })) as [(string | number)[][], (string | number)[][]];
    expect(wide.find(([first]) => first === hostile)).toEqual(expect.arrayContaining(['1/3', '2/2']));
    const line = list.find(([first, , , skill]) => first === hostile && String(skill).startsWith('Lamp keeping'));
    expect(line?.slice(4, 8)).toEqual([3, 1, -2, 'below']);
    for (const said of whatItSays) expect(JSON.stringify(wide)).toContain(said);
  });

  it('holds nobody whom a filter hides, and says how many those are', async () => {
    const download = await browser();
    for (const format of ['svg', 'csv']) {
      const text = await (await download(format, `?view=people&team=${coast.teams.lights}`)).text();
      expect(text).toContain('alert(1)');
      expect(text).not.toContain('=cmd');
      expect(text).toMatch(/Team: Lights/);
      expect(text).toMatch(/2 people/);
    }
  });

  it('gives an analyst what their page shows, and withheld figures as such', async () => {
    const download = await browser('analyst');
    const text = await (await download('csv', '?view=people&asOf=2026-01-01&before=2025-06-01')).text();
    expect(text).toContain('[c]');
    expect(text).not.toContain('alert(1)');
    expect(text).not.toContain('At level');
    expect(text).toContain('1 June 2026');
    expect(await (await download('svg')).text()).toContain('[c]');
    expect((await thrownResponse(download('csv', '', coast.teams.lights) as Promise<unknown>)).status).toBe(403);
  });

  it('is not there for another organisation, in an unknown form, or for whoever may not see the picture', async () => {
    const [download, other] = [await browser(), await makeOrganisation(database)];
    await expectSame404({ other: other.teams.service, own: coast.teams.service }, (teamId) => download('csv', '', teamId) as Promise<unknown>);
    expect((await thrownResponse(download('exe') as Promise<unknown>)).status).toBe(404);
    for (const accessRole of ['team-member', 'administrator'] as const) {
      const refused = await browser(accessRole);
      expect((await thrownResponse(refused('csv') as Promise<unknown>)).status, accessRole).toBe(403);
    }
    const manager = await browser('team-manager', coast.teams.lights);
    expect((await thrownResponse(manager('csv', '', coast.teams.boats) as Promise<unknown>)).status).toBe(403);
    expect((await manager('csv', '', coast.teams.lights)).status).toBe(200);
  });

  it('is recorded with the look, each time', async () => {
    const before = [(await audited('export.picture')).length, (await audited('ratings.view')).length] as const;
    await (await browser())('csv', '?view=people&metric=agreed');
    const [exports, looks] = [await audited('export.picture'), await audited('ratings.view')];
    expect([exports.length, looks.length]).toEqual([before[0] + 1, before[1] + 1]);
    expect(exports.at(-1)!.detail).toMatchObject({ format: 'csv', view: 'people', metric: 'agreed', asOf: '2026-06-01', rows: 4 });
    expect(looks.at(-1)!.detail).toMatchObject({ page: 'heatmap', people: 4 });
  });

  it('is not handed out for ever', async () => {
    const download = await browser('team-manager', coast.teams.lights, throttleLimits.export.points - 1);
    expect((await download('csv', '', coast.teams.lights)).status).toBe(200);
    expect((await thrownResponse(download('csv', '', coast.teams.lights) as Promise<unknown>)).status).toBe(429);
  });
});
