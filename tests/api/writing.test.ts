import { beforeAll, describe, expect, it } from 'vitest';
import { assessment, person, placement } from '#db/schema/index.ts';
import { type ApiAnswer, makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const api = useApi(db, useTestRuntime(db));
let coast: TestOrganisation;
let key = '';

beforeAll(async () => {
  coast = await makeOrganisation(db, { people: { eve: { team: 'boats', roleLevel: 'crew' }, fay: { team: 'lights', roleLevel: 'juniorKeeper' } } });
  key = await makeKey(db, coast.id, 'write');
});

const post = (path: string, json: unknown) => api.call('POST', path, { key, json });
const newPerson = () => ({ name: 'Gil Tern', startsOn: '2026-05-01', teamId: coast.teams.lights, roleLevelId: coast.roleLevels.juniorKeeper });
const errorsOf = ({ json }: ApiAnswer) => (json as { errors: { pointer: string; detail: string }[] }).errors;
const rows = () =>
  db.tenant(coast.id).transaction(async (tx) => ({
    people: await tx.select().from(person),
    placements: await tx.select().from(placement),
    assessments: await tx.select().from(assessment),
  }));
const newAudit = async (work: () => Promise<unknown>) => {
  const before = (await readAudit(db, coast.id)).length;
  await work();
  return (await readAudit(db, coast.id)).slice(before);
};

describe('adding a person', () => {
  it('answers 201 with where they are from now on, and they stand in the matrix', async () => {
    const sent = { ...newPerson(), email: 'Gil@Example.org', grade: 'EO', leavesOn: '2027-03-31' };
    const created = await post('/people', sent);
    expect(created.status).toBe(201);
    const { id } = created.json as { id: string };
    expect(created.headers.location).toBe(`/api/v1/people/${id}`);
    expect(created.json).toMatchObject({ ...sent, email: 'gil@example.org', team: `Lights ${coast.canary}`, roleLevel: `Junior keeper ${coast.canary}` });
    const { skills, asOf, ...read } = (await api.call('GET', `/people/${id}`, { key })).json as { skills: unknown[]; asOf: string };
    expect(read).toEqual(created.json);
    expect(asOf).toBe('2026-06-01');
    expect(skills).toHaveLength(2);
    const { json: matrix } = await api.call('GET', `/teams/${coast.teams.lights}/matrix`, { key });
    expect((matrix as { people: { id: string }[] }).people.map((one) => one.id)).toContain(id);
  });

  it('records who did it', async () => {
    let id = '';
    const audit = await newAudit(async () => {
      id = ((await post('/people', newPerson())).json as { id: string }).id;
    });
    expect(audit).toMatchObject([{ action: 'person.add', subjectKind: 'person', subjectId: id, actorName: 'API key "Test"', actorUserId: null }]);
  });

  it.each([['<script>alert("1")</script>'], ['O\u2019Neill & Søn "Æ" 张伟 👩🏽‍🚒'], ['=1+1'], ["'; drop table person; --"]])('gives the name %s back as it was sent', async (name) => {
    const created = await post('/people', { ...newPerson(), name });
    const { id } = created.json as { id: string };
    const read = await api.call('GET', `/people/${id}`, { key });
    for (const answer of [created, read]) {
      expect(answer.json).toMatchObject({ name });
      expect(answer.text).toContain(JSON.stringify(name));
      expect([answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual(['application/json; charset=utf-8', 'nosniff']);
    }
  });

  const wrong: [what: string, change: Record<string, unknown>, pointers: string[]][] = [
    ['no name', { name: undefined }, ['#/name']],
    ['an empty name', { name: '  ' }, ['#/name']],
    ['a name that is no text', { name: 1 }, ['#/name']],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, ['#/name']],
    ['a name with what is no text', { name: 'a\0b' }, ['#/name']],
    ['half a character', { name: 'a\ud83d' }, ['#/name']],
    ['no e-mail address', { email: 'gil' }, ['#/email']],
    ["somebody's e-mail address", { email: 'taken@example.org' }, ['#/email']],
    ['a day that does not exist', { startsOn: '2026-02-31' }, ['#/startsOn']],
    ['the year 0', { startsOn: '0000-01-01' }, ['#/startsOn']],
    ['a leaving day in the year 0', { leavesOn: '0000-01-01' }, ['#/leavesOn']],
    ['leaving before the start', { leavesOn: '2026-04-30' }, ['#/leavesOn']],
    ['no team', { teamId: undefined }, ['#/teamId']],
    ['a team that is no id', { teamId: 'x' }, ['#/teamId']],
    ['a field that there is not', { rolelevel: 1, 'a/b~c': 2 }, ['#/rolelevel', '#/a~1b~0c']],
    ['several at once', { name: '', startsOn: 'x', teamId: null }, ['#/name', '#/startsOn', '#/teamId']],
  ];

  it.each(wrong)('refuses %s with 422 at its place, and stores nothing', async (_what, change, pointers) => {
    await post('/people', { ...newPerson(), email: 'taken@example.org' });
    const before = await tenantChecksum(db, coast.id);
    const refused = await post('/people', { ...newPerson(), ...change });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(errorsOf(refused).map(({ pointer }) => pointer)).toEqual(pointers);
    for (const { detail } of errorsOf(refused)) expect(detail).toMatch(/^[A-Z]/);
    expect(await tenantChecksum(db, coast.id)).toEqual(before);
  });
});

describe('recording levels', () => {
  const path = (name: string) => `/people/${coast.people[name]}/assessments`;
  const levelsOf = async (name: string) =>
    (await rows()).assessments.filter(({ personId }) => personId === coast.people[name]).map(({ source, level, assessedOn, note }) => ({ source, level, assessedOn, note }));

  it('stores each entry once, answers 201, and the matrix shows it', async () => {
    const answer = await post(path('ben'), {
      assessedOn: '2026-05-30',
      entries: [
        { skillId: coast.skills.lamps, source: 'agreed', level: 2, note: ' Lit the lamp. ' },
        { skill: 'signals', source: 'manager', level: null },
        { skill: `Chart reading ${coast.canary}`, source: 'self', level: 0 },
      ],
    });
    expect([answer.status, answer.json]).toEqual([201, { personId: coast.people.ben, assessedOn: '2026-05-30', saved: 3 }]);
    expect(await levelsOf('ben')).toEqual([
      { source: 3, level: 2, assessedOn: '2026-05-30', note: 'Lit the lamp.' },
      { source: 2, level: null, assessedOn: '2026-05-30', note: null },
      { source: 1, level: 0, assessedOn: '2026-05-30', note: null },
    ]);
    const { json } = await api.call('GET', `/teams/${coast.teams.lights}/matrix`, { key });
    const ben = (json as { people: { id: string; cells: { skillId: string }[] }[] }).people.find(({ id }) => id === coast.people.ben);
    expect(ben?.cells.find(({ skillId }) => skillId === coast.skills.lamps)).toMatchObject({ agreedLevel: 2, gap: 1, state: 'above' });
  });

  it('of the same again stores nothing and answers 200; of another level stores it', async () => {
    const entries = [{ skill: 'boats', source: 'agreed', level: 2 }];
    const audit = await newAudit(async () => {
      expect((await post(path('eve'), { entries })).json).toEqual({ personId: coast.people.eve, assessedOn: '2026-06-01', saved: 1 });
      const again = await post(path('eve'), { entries });
      expect([again.status, again.json]).toEqual([200, { personId: coast.people.eve, assessedOn: '2026-06-01', saved: 0 }]);
    });
    expect(await levelsOf('eve')).toHaveLength(1);
    expect(audit).toMatchObject([{ action: 'assessment.save', subjectId: coast.people.eve, actorName: 'API key "Test"' }]);
    expect((await post(path('eve'), { entries: [{ ...entries[0], level: 3 }] })).status).toBe(201);
    expect(await levelsOf('eve')).toHaveLength(2);
  });

  it('sent eight times at once stores one', async () => {
    const body = { entries: [{ skill: 'knots', source: 'agreed', level: 1 }] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(path('fay'), body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 7 }, () => 200), 201]);
    expect(await levelsOf('fay')).toHaveLength(1);
  });

  it('on a state that is no longer the newest is 409 at its entry, and on the newest is stored', async () => {
    const revisionOf = async (skillId: string) => {
      const { json } = await api.call('GET', `/people/${coast.people.ada}`, { key });
      return (json as { skills: { skillId: string; revision: number }[] }).skills.find((one) => one.skillId === skillId)?.revision;
    };
    const { lamps, signals } = coast.skills;
    const seen = await revisionOf(lamps);
    expect(seen).toBe(0);
    await post(path('ada'), { entries: [{ skillId: lamps, source: 'manager', level: 1 }] });
    const entries = [
      { skillId: signals, source: 'agreed', level: 2, revision: 0 },
      { skillId: lamps, source: 'agreed', level: 3, revision: seen },
    ];
    const before = await tenantChecksum(db, coast.id);
    const stale = await post(path('ada'), { entries });
    expect([stale.status, stale.headers['content-type']]).toEqual([409, 'application/problem+json']);
    expect(errorsOf(stale).map(({ pointer }) => pointer)).toEqual(['#/entries/1/revision']);
    expect(await tenantChecksum(db, coast.id)).toEqual(before);
    entries[1]!.revision = await revisionOf(lamps);
    expect((await post(path('ada'), { entries })).json).toMatchObject({ saved: 2 });
  });

  const entry = (change: Record<string, unknown>) => ({ entries: [{ skill: 'lamps', source: 'agreed', level: 1, ...change }] });
  const wrong: [what: string, body: unknown, pointers: string[]][] = [
    ['no entries', { entries: [] }, ['#/entries']],
    ['601 entries', { entries: Array.from({ length: 601 }, () => entry({}).entries[0]) }, ['#/entries']],
    ['no skill', entry({ skill: undefined }), ['#/entries/0/skill']],
    ['two names for a skill', entry({ skillId: '0b0f0f5e-4f0c-4d0e-8f4e-3f9f4f6b1a11' }), ['#/entries/0/skill']],
    ['an unknown skill', entry({ skill: 'juggling' }), ['#/entries/0/skill']],
    ['an unknown source', entry({ source: 'friend' }), ['#/entries/0/source']],
    ['no level', entry({ level: undefined }), ['#/entries/0/level']],
    ['half a level', entry({ level: 1.5 }), ['#/entries/0/level']],
    ['a level in words', entry({ level: 'expert' }), ['#/entries/0/level']],
    ['a level below 0', entry({ level: -1 }), ['#/entries/0/level']],
    ['a level above the scale', entry({ level: 5 }), ['#/entries/0/level']],
    ['a note with what is no text', entry({ note: '\0' }), ['#/entries/0/note']],
    ['a note of 4,001 characters', entry({ note: 'x'.repeat(4001) }), ['#/entries/0/note']],
    ['the same skill and source twice', { entries: [...entry({}).entries, ...entry({ level: 2 }).entries] }, ['#/entries/1/skill']],
    ['a day to come', { ...entry({}), assessedOn: '2026-06-02' }, ['#/assessedOn']],
    ['a day that does not exist', { ...entry({}), assessedOn: '2026-02-31' }, ['#/assessedOn']],
    ['the year 0', { ...entry({}), assessedOn: '0000-01-01' }, ['#/assessedOn']],
    ['a misspelt field', { ...entry({}), assesedOn: '2026-05-01' }, ['#/assesedOn']],
  ];

  it.each(wrong)('refuses %s with 422 at its place, and stores nothing of it', async (_what, body, pointers) => {
    const before = await tenantChecksum(db, coast.id);
    const refused = await post(path('cyd'), body);
    expect([refused.status, errorsOf(refused).map(({ pointer }) => pointer)]).toEqual([422, pointers]);
    expect(await tenantChecksum(db, coast.id)).toEqual(before);
  });
});
