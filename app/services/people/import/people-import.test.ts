import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { auditEvent, person, placement } from '#db/schema/index.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { applyPeopleImport } from './apply-people-import.server.ts';
import { readPeoplePlan } from './read-people-plan.server.ts';

const database = useTestDatabase();
const header = ['Name', 'E-mail', 'Team', 'Role', 'Role level', 'Grade', 'Start date', 'Leaving date'];
const today = '2026-06-01';

function given(rows: string[][], said: Partial<ImportMapping> = {}) {
  const sheets = [{ name: 'People', rows }];
  return { sheets, mapping: { ...guessMapping({ sheets, skills: [], kind: 'people' }), ...said } };
}

const plan = async (context: Context, rows: string[][], said?: Partial<ImportMapping>) => (await readPeoplePlan(context, given(rows, said))).plan;
const apply = (context: Context, rows: string[][], said?: Partial<ImportMapping>) =>
  context.db.transaction((tx) => applyPeopleImport(tx, context, given(rows, said), () => undefined));

const fateOf = async (context: Context, cells: string[], columns = header, said?: Partial<ImportMapping>) => {
  const [fate] = (await plan(context, [columns, cells], said)).fates;
  return { fate: fate?.fate, changes: fate?.changes, problems: fate?.problems.map(({ column, message }) => `${column}: ${message}`) };
};

const stored = (context: Context) =>
  context.db.transaction(async (tx) => ({ people: await tx.select().from(person), placements: await tx.select().from(placement), audit: await tx.select().from(auditEvent).orderBy(auditEvent.position) }));

const newcomer = ({ canary }: TestOrganisation) => ['Eve Stone', 'eve@coast.example', `Lights ${canary}`, `Keeper ${canary}`, `Junior keeper ${canary}`, 'SEO', '01/05/2026', ''];

describe('a people spreadsheet', () => {
  it('adds whom it names, with a placement, kept rows and a row in the audit each; and a second time changes nothing', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const rows = [header, newcomer(made), ['', '', '', '', '', '', '', ''], ['Fay Hill', '', `Coast service ${made.canary} > Boats ${made.canary}`, '', `Crew ${made.canary}`, '', '', '2027-03-31']];
    expect(await plan(head, rows)).toMatchObject({
      summary: { rows: 2, counts: { add: 2, change: 0, same: 0, 'left-out': 0, refused: 0 } },
      fates: [{ row: 2, subject: 'Eve Stone', fate: 'add' }, { row: 4, subject: 'Fay Hill', fate: 'add' }],
    });
    expect(await apply(head, rows)).toMatchObject({ counts: { refused: 0 } });
    const { people, placements, audit } = await stored(head);
    const eve = people.find(({ name }) => name === 'Eve Stone');
    expect(eve).toMatchObject({ email: 'eve@coast.example', grade: 'SEO', startsOn: '2026-05-01', leavesOn: null });
    expect(placements.find(({ personId }) => personId === eve?.id)).toMatchObject({ teamId: made.teams.lights, roleLevelId: made.roleLevels.juniorKeeper, startsOn: '2026-05-01', endsOn: null });
    expect(people.find(({ name }) => name === 'Fay Hill')).toMatchObject({ email: null, startsOn: today, leavesOn: '2027-03-31' });
    expect(audit.map(({ action }) => action)).toEqual(['person.add', 'person.add']);
    expect(await measureDrift(head.db, today)).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
    expect(await plan(head, rows)).toMatchObject({ summary: { counts: { add: 0, change: 0, same: 2 } } });
    expect(await apply(head, rows)).toMatchObject({ counts: { refused: 0 } });
    expect(await stored(head)).toEqual({ people, placements, audit });
  });

  it('changes field by field, moves from today on, and never empties what is recorded', async () => {
    const made = await makeOrganisation(database);
    const { canary } = made;
    const head = await made.as('head-of-service');
    const cells = [`Benjamin ${canary}`, `BEN@${canary}.example`, `Boats ${canary}`, '', `Crew ${canary}`, 'HEO', '', ''];
    const told = await fateOf(head, cells);
    expect(told).toMatchObject({ fate: 'change', problems: [] });
    expect(told.changes?.join('\n')).toMatch(/Name: Benjamin .* \(was ben .*\)\nGrade: HEO \(was none\)\nMoves to Coast service .* > Boats .* as Crew .* on 1 June 2026 \(from .*Lights.*\)\nFound by e-mail address/);
    expect(await apply(head, [header, cells])).toMatchObject({ counts: { change: 1, refused: 0 } });
    const { people, placements, audit } = await stored(head);
    expect(people.find(({ id }) => id === made.people.ben)).toMatchObject({ name: `Benjamin ${canary}`, grade: 'HEO', startsOn: '2025-01-01', leavesOn: null, revision: 2 });
    expect(placements.filter(({ personId }) => personId === made.people.ben).map(({ teamId, startsOn, endsOn }) => ({ teamId, startsOn, endsOn }))).toEqual([
      { teamId: made.teams.lights, startsOn: '2025-01-01', endsOn: today },
      { teamId: made.teams.boats, startsOn: today, endsOn: null },
    ]);
    expect(audit.map(({ action, detail }) => [action, detail])).toMatchObject([['person.edit', { fields: ['name', 'grade'] }], ['person.move', { fromTeamId: made.teams.lights, teamId: made.teams.boats, movesOn: today }]]);
    expect(await measureDrift(head.db, today)).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
    expect(await fateOf(head, cells)).toMatchObject({ fate: 'same' });
    // Neither an empty cell nor a column that is not there takes the grade away.
    expect(await fateOf(head, [`Benjamin ${canary}`, '', '', '', '', '', '', ''])).toMatchObject({ fate: 'same', changes: ['Found by name'] });
    expect(await fateOf(head, [`Benjamin ${canary}`], ['Name'])).toMatchObject({ fate: 'same' });
  });

  it('moves the start date of the first placement with the start date', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    await apply(head, [header, ['', `ada@${made.canary}.example`, '', '', '', '', '', ''].with(0, `ada ${made.canary}`).with(6, '2024-02-29')]);
    const { people, placements } = await stored(head);
    expect(people.find(({ id }) => id === made.people.ada)?.startsOn).toBe('2024-02-29');
    expect(placements.find(({ personId }) => personId === made.people.ada)?.startsOn).toBe('2024-02-29');
  });

  it.each<[string, (made: TestOrganisation) => string[], RegExp]>([
    ['no name', (made) => newcomer(made).with(0, ''), /A: There is no name here/],
    ['a day that is none', (made) => newcomer(made).with(6, '31/02/2026'), /G: There is no 31 February 2026/],
    ['a day of the other order', (made) => newcomer(made).with(6, '12/25/2026'), /G: .*has no month 25.*choose that/],
    ['a leaving date before the start', (made) => newcomer(made).with(7, '30/04/2026'), /H: The leaving date, 30 April 2026, is before the start, 1 May 2026/],
    ['a team that nobody knows', (made) => newcomer(made).with(2, 'Lihgts'), /C: There is no team “Lihgts”/],
    ['a role that nobody knows', (made) => newcomer(made).with(3, 'Keepr'), /D: There is no role “Keepr”/],
    ['a level of another role', (made) => newcomer(made).with(4, `Crew ${made.canary}`), /E: The role “Keeper .*” has no level “Crew/],
    ['a role of several levels alone', (made) => newcomer(made).with(4, ''), /D: The role “Keeper .*” has several levels. Write which: “Junior keeper/],
    ['no team', (made) => newcomer(made).with(2, ''), /C: There is no team here/],
    ['no role level', (made) => newcomer(made).with(3, '').with(4, ''), /E: There is no role level here/],
    ['an address that is none', (made) => newcomer(made).with(1, 'eve at coast'), /B: “eve at coast” is not an e-mail address/],
    ['a name without end', (made) => newcomer(made).with(0, 'x'.repeat(201)), /A: The name has 201 characters/],
    ['somebody recorded with another address', (made) => newcomer(made).with(0, `ben ${made.canary}`), /B: ben .* is recorded with the address ben@.*Say whether it is the same person/],
    ['an address with a letter of another script', (made) => newcomer(made).with(1, `bеn@${made.canary}.example`), /is not an e-mail address that can be kept.*\n.*is written with letters that look alike: ben@.* is recorded as well\. Put it right in the file\.$/],
    ['an address that looks like another', (made) => newcomer(made).with(1, `ben@${made.canary}.exarnple`), /B: The address .* is written with letters that look alike: ben@.* is recorded as well/],
  ])('refuses %s, at its column and with what to do', async (_, cells, says) => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const { fate, problems } = await fateOf(head, cells(made), header, { dayOrder: 'day-first' });
    expect(fate).toBe('refused');
    expect(problems?.join('\n')).toMatch(says);
    const before = await stored(head);
    const another = newcomer(made).with(0, 'Somebody Else').with(1, `somebody.else@${made.canary}.example`);
    expect(await apply(head, [header, cells(made), another], { dayOrder: 'day-first' })).toMatchObject({ counts: { refused: 1, add: 1 } });
    expect(await stored(head)).toEqual(before);
  });

  it('refuses who stands in it twice', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const one = newcomer(made);
    const twice = await plan(head, [header, one, one.with(0, 'Evelyn Stone')]);
    expect(twice.fates.map(({ problems }) => problems[0]?.message)).toEqual(['eve@coast.example stands on row 3 too. Delete one of the rows, or put the address right.', 'eve@coast.example stands on row 2 too. Delete one of the rows, or put the address right.']);
    const named = await plan(head, [header, one.with(1, ''), one.with(1, '')]);
    expect(named.fates.map(({ fate, problems }) => [fate, problems[0]?.message])).toMatchObject([['refused', /Eve Stone stands on row 3 too/], ['refused', /Eve Stone stands on row 2 too/]].map(([fate, says]) => [fate, expect.stringMatching(says as RegExp) as string]));
    const found = await plan(head, [header, one.with(0, `ben ${made.canary}`).with(1, ''), one.with(0, `B. ${made.canary}`).with(1, `ben@${made.canary}.example`)]);
    expect(found.fates[1]).toMatchObject({ fate: 'refused', problems: [{ message: expect.stringMatching(/is the person of row 2 too/) as string }] });
  });

  it('takes what was decided about names: another spelling, rows left out, somebody else, a warning accepted', async () => {
    const made = await makeOrganisation(database);
    const { canary } = made;
    const head = await made.as('head-of-service');
    const rows = [header, newcomer(made).with(2, 'Lihgts'), newcomer(made).with(0, 'Gus').with(1, 'gus@coast.example').with(2, 'Lamps'), newcomer(made).with(0, `ben ${canary}`).with(1, 'other@coast.example'), newcomer(made).with(0, 'Cynthia').with(1, `cyd@${canary}.exarnple`)];
    const asked = await plan(head, rows);
    expect(asked.unknownNames.map(({ kind, key }) => [kind, key])).toEqual([['team', 'lihgts'], ['team', 'lamps'], ['person', 'other@coast.example']]);
    expect(asked.warnings).toHaveLength(1);
    const names = { team: { lihgts: made.teams.lights, lamps: null }, person: { 'other@coast.example': 'another' } };
    const accepted = asked.warnings?.map(({ key }) => key) ?? [];
    expect((await plan(head, rows, { names, accepted })).fates.map(({ fate }) => fate)).toEqual(['add', 'left-out', 'add', 'add']);
    const same = { ...names, person: { 'other@coast.example': made.people.ben } };
    expect((await plan(head, rows, { names: same, accepted })).fates[2]).toMatchObject({ fate: 'change', changes: expect.arrayContaining([expect.stringMatching(/E-mail address: other@coast.example/), 'Found by your choice']) as string[] });
    expect((await plan(head, rows, { names: { team: { lihgts: made.id } } })).fates[0]).toMatchObject({ fate: 'refused' });
  });

  it('asks before it leaves characters out that turn the direction of writing, and brings in what it showed', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const said = { dayOrder: 'day-first' } as const;
    const rows = [header, newcomer(made).with(0, 'Eve \u202eenotS').with(1, '\u202aeve@coast.example\u202c'), newcomer(made).with(0, 'Fay\u200e Hill').with(1, ''), newcomer(made).with(0, 'Gus Moor').with(1, '\u202agus@coast.example\u202c')];
    const asked = await plan(head, rows, said);
    expect(asked.fates.map(({ fate, problems }) => [fate, problems.map(({ row, column, message }) => `${column}${row}: ${message}`)])).toEqual([
      ['refused', ['A2', 'B2'].map((at) => `${at}: Characters that cannot be seen and turn the direction of writing stand here; without them it reads “${at === 'A2' ? 'Eve enotS' : 'eve@coast.example'}”. Put it right in the file, or tick it under “What may be a slip”.`)],
      ['add', []],
      ['refused', [expect.stringMatching(/^B4: .*“gus@coast.example”/)]],
    ]);
    expect(asked.warnings?.map(({ row, message }) => [row, message.slice(0, 8)])).toEqual([[2, 'Column A'], [2, 'Column B']]);
    expect(await apply(head, rows, said)).toMatchObject({ counts: { refused: 2 } });
    expect((await stored(head)).people.filter(({ name }) => name.startsWith('Eve'))).toEqual([]);
    const accepted = asked.warnings!.map(({ key }) => key);
    expect((await plan(head, rows, { ...said, accepted: accepted.slice(1) })).fates.map(({ fate }) => fate), 'each column by itself').toEqual(['refused', 'add', 'add']);
    expect((await plan(head, rows, { ...said, accepted })).fates[0]?.changes).toContain('Column A without the characters that turn the direction of writing: “Eve enotS”');
    expect(await apply(head, rows, { ...said, accepted })).toMatchObject({ counts: { add: 3, refused: 0 } });
    expect((await stored(head)).people).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Eve enotS', email: 'eve@coast.example' })]));
  });

  it('joins first name and surname', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const [fate] = (await plan(head, [['Surname', 'First name', 'Team', 'Role level'], ['Stone', 'Eve', `Lights ${made.canary}`, `Junior keeper ${made.canary}`]])).fates;
    expect(fate).toMatchObject({ subject: 'Stone Eve', fate: 'add' });
  });

  it('takes no note of people outside the reach, but for an address that is taken', async () => {
    const made = await makeOrganisation(database);
    const { canary, teams } = made;
    const manager = await made.as('team-manager', { teamId: teams.lights });
    expect(await fateOf(manager, newcomer(made))).toMatchObject({ fate: 'add' });
    expect(await fateOf(manager, newcomer(made).with(2, `Boats ${canary}`).with(3, '').with(4, `Crew ${canary}`))).toMatchObject({ fate: 'refused', problems: [expect.stringMatching(/^C: You may not put people into/)] });
    // Dan is in the boats: by his name he is somebody new, and his address is taken, and no more is said.
    expect(await fateOf(manager, newcomer(made).with(0, `dan ${canary}`))).toMatchObject({ fate: 'add' });
    const taken = await fateOf(manager, newcomer(made).with(0, 'Somebody').with(1, `dan@${canary}.example`));
    expect(taken).toMatchObject({ fate: 'refused', problems: [expect.stringMatching(/^B: This address is recorded for somebody whom you may not change/)] });
    expect(await fateOf(manager, newcomer(made).with(1, `dan@${canary}.exarnple`)), 'a twin of it is not told either').toMatchObject({ fate: 'add' });
    expect(await apply(manager, [header, newcomer(made).with(1, `dan@${canary}.example`)])).toMatchObject({ counts: { refused: 1 } });
    // Ben leaves the lights only by the hand of somebody who may write in both teams.
    expect(await fateOf(manager, [`ben ${canary}`, '', `Boats ${canary}`, '', `Crew ${canary}`, '', '', ''])).toMatchObject({ fate: 'refused' });
  });

  it.each(['team-member', 'analyst', 'moderator', 'api-write'] as const)('is closed to the role %s', async (role) => {
    const made = await makeOrganisation(database);
    const context = await made.as(role);
    expect((await thrownResponse(apply(context, [header, newcomer(made)]))).status).toBe(403);
  });

  it('of any people, brought in and read again, says the same, and a second time changes nothing', async () => {
    const made = await makeOrganisation(database);
    const head = await made.as('head-of-service');
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'’=+-]{1,12}$/);
    const places = [[made.teams.lights, 'Lights', 'Keeper', 'Junior keeper'], [made.teams.boats, 'Boats', 'Boatman', 'Coxswain'], [made.teams.service, 'Coast service', 'Keeper', 'Senior keeper']] as const;
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
    const one = fc.record({ first: word, last: word, hasAddress: fc.boolean(), place: fc.constantFrom(...places), grade: fc.constantFrom('', 'SEO', 'G7'), startsOn: day, leavesOn: fc.constantFrom('', '2030-01-31') });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), async (people) => {
        run += 1;
        const rows = people.map(({ first, last, hasAddress, place, grade, startsOn, leavesOn }, at) => {
          const name = `P ${first} ${last} run${run} row${at}`;
          return [name, hasAddress ? `p${run}of${at}@generated.example` : '', `${place[1]} ${made.canary}`, `${place[2]} ${made.canary}`, `${place[3]} ${made.canary}`, grade, startsOn, leavesOn];
        });
        const outcome = await apply(head, [header, ...rows]);
        expect(outcome.counts, JSON.stringify(rows)).toMatchObject({ add: rows.length });
        const after = await stored(head);
        for (const [name = '', email, , , , grade, startsOn, leavesOn] of rows) {
          expect(after.people.find((recorded) => recorded.name === name.normalize('NFC'))).toMatchObject({ email: email || null, grade: grade || null, startsOn, leavesOn: leavesOn || null });
        }
        expect(await apply(head, [header, ...rows])).toMatchObject({ counts: { same: rows.length, add: 0, change: 0 } });
        expect(await stored(head)).toEqual(after);
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(await measureDrift(head.db, today)).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
  }, 60_000);
});
