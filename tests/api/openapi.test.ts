import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '#app/routes/api/v1/document.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { apiRoutes, makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

interface Described {
  operationId: string;
  security: { bearer: string[] }[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description?: string; content: Record<string, { schema: { $ref: string } }> }>;
}

interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
}

const db = useTestDatabase();
const api = useApi(db, useTestRuntime(db));
let document: Document;
let coast: TestOrganisation;
let readKey = '';
let writeKey = '';

beforeAll(async () => {
  document = (await api.call('GET', '/openapi.json')).json as Document;
  coast = await makeOrganisation(db, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-08-01' } } });
  readKey = await makeKey(db, coast.id, 'read');
  writeKey = await makeKey(db, coast.id, 'write');
  const head = await coast.as('head-of-service');
  const recorder = await coast.as('api-write');
  const { lamps, signals, boats, charts, knots } = coast.skills;
  for (const [skillId, minimumPeople] of [[boats, 1], [charts, 3], [knots, 1], [lamps, 1]] as const) {
    await addCoverageRule(head, coast.teams.service, { skillId, minimumLevel: 2, minimumPeople, reason: null });
  }
  const say = (skillId: string, source: 'self' | 'manager' | 'agreed', level: number | null) => ({ skillId, source, level, note: null });
  await saveAssessment(recorder, coast.people.ada, { assessedOn: '2024-01-15', entries: [say(lamps, 'agreed', 1), say(charts, 'self', 4), { ...say(charts, 'manager', 1), undefinedConfirmed: true }] });
  await saveAssessment(recorder, coast.people.eve!, { entries: [say(boats, 'agreed', 3), say(signals, 'agreed', 1), say(knots, 'self', 0)] });
  await saveAssessment(recorder, coast.people.dan, { entries: [say(boats, 'agreed', null)] });
});

const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

/** The schema as a program made from the document would hold an answer to it, and closed: no field may be undocumented. */
function validator(reference: string): z.ZodType {
  const closed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(closed);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
    return inner.type === 'object' && inner.additionalProperties === undefined ? { ...inner, additionalProperties: false } : inner;
  };
  const moved = JSON.stringify({ $ref: reference, $defs: closed(document.components.schemas) });
  return z.fromJSONSchema(JSON.parse(moved.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0]);
}

describe('the document', () => {
  it('is OpenAPI 3.1 as JSON, and holds everything that it refers to', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    expect(document.components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(40);
    expect(new Set(references)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  it('has every address of the API and no other, with the parameters of its path', () => {
    const routed = apiRoutes.map(({ path }) => path).filter((path) => path !== 'api/*');
    const documented = Object.keys(document.paths).map((path) => `api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`);
    expect(documented.sort()).toEqual(routed.sort());
    for (const { path, operation } of operationsOf(document)) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
    }
  });

  it('asks of a key what the route declares', () => {
    for (const { path, needs } of operations) {
      const { module } = apiRoutes.find((route) => route.path === `api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`)!;
      expect(module.handle.access).toEqual(needs === null ? 'public' : { action: needs, subject: expect.any(String) });
    }
  });

  it('names each operation once and describes every status', () => {
    const all = operationsOf(document);
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
    for (const { method, operation } of all) {
      expect(operation.security).toEqual(operation.operationId === 'readOpenapi' ? [] : [{ bearer: [method === 'GET' ? 'read' : 'write'] }]);
      for (const response of Object.values(operation.responses)) expect(response.description).toMatch(/./);
    }
  });
});

describe('what the API really answers', () => {
  const person = () => ({ name: 'Fay', startsOn: '2026-05-01', teamId: coast.teams.lights, roleLevelId: coast.roleLevels.juniorKeeper });
  const level = () => ({ entries: [{ skill: 'lamps', source: 'agreed', level: 2 }] });
  const calls: { id: string; status: number; path: () => string; json?: () => unknown }[] = [
    { id: 'readOpenapi', status: 200, path: () => '/openapi.json' },
    { id: 'readFramework', status: 200, path: () => '/framework' },
    { id: 'listTeams', status: 200, path: () => '/teams' },
    { id: 'readTeamMatrix', status: 200, path: () => `/teams/${coast.teams.service}/matrix` },
    { id: 'readTeamMatrix', status: 200, path: () => `/teams/${coast.teams.service}/matrix?asOf=2024-06-01` },
    { id: 'readTeamMatrix', status: 400, path: () => `/teams/${coast.teams.service}/matrix?asOf=x` },
    { id: 'readTeamMatrix', status: 404, path: () => '/teams/x/matrix' },
    { id: 'readTeamCounts', status: 200, path: () => `/teams/${coast.teams.service}/counts` },
    { id: 'readTeamCounts', status: 200, path: () => `/teams/${coast.teams.service}/counts?view=role-levels` },
    { id: 'readTeamCounts', status: 200, path: () => `/teams/${coast.teams.service}/counts?view=cycles&asOf=2024-06-01` },
    { id: 'readTeamCounts', status: 400, path: () => `/teams/${coast.teams.service}/counts?view=people` },
    { id: 'readTeamCounts', status: 404, path: () => '/teams/x/counts' },
    { id: 'readTeamFlags', status: 200, path: () => `/teams/${coast.teams.service}/flags` },
    { id: 'readTeamFlags', status: 404, path: () => '/teams/x/flags' },
    { id: 'readPerson', status: 200, path: () => `/people/${coast.people.eve}` },
    { id: 'readPerson', status: 200, path: () => `/people/${coast.people.eve}?asOf=2026-05-01` },
    { id: 'readPerson', status: 400, path: () => `/people/${coast.people.eve}?asOf=2026-06-02` },
    { id: 'readPerson', status: 404, path: () => '/people/x' },
    { id: 'addPerson', status: 201, path: () => '/people', json: person },
    { id: 'addPerson', status: 422, path: () => '/people', json: () => ({ ...person(), name: '', what: 1 }) },
    { id: 'saveAssessments', status: 201, path: () => `/people/${coast.people.ben}/assessments`, json: level },
    { id: 'saveAssessments', status: 200, path: () => `/people/${coast.people.ben}/assessments`, json: level },
    { id: 'saveAssessments', status: 422, path: () => `/people/${coast.people.ben}/assessments`, json: () => ({ entries: [] }) },
  ];

  it.each(calls)('is what the document says: $id, $status', async ({ id, status, path, json }) => {
    const { method, operation } = operationsOf(document).find((one) => one.operation.operationId === id)!;
    const answer = await api.call(method, path(), { key: method === 'GET' ? readKey : writeKey, json: json?.() });
    expect(answer.status).toBe(status);
    const documented = Object.entries(operation.responses[status]?.content ?? {});
    expect(documented).toHaveLength(1);
    const [type, { schema }] = documented[0]!;
    expect(String(answer.headers['content-type']).split(';')[0]).toBe(type);
    if (id === 'readOpenapi') return;
    expect(validator(schema.$ref).safeParse(answer.json).error?.issues ?? []).toEqual([]);
  });

  it('is held to the document by a check that notices a wrong type, a missing and an undocumented field', async () => {
    const { json } = await api.call('GET', '/teams', { key: readKey });
    const [first, ...rest] = (json as { teams: Record<string, unknown>[] }).teams;
    const check = validator('#/components/schemas/ListTeamsAnswer');
    const { name: _name, ...nameless } = first!;
    expect(check.safeParse(json).success).toBe(true);
    for (const wrong of [{ ...first, name: 1 }, nameless, { ...first, surprise: 1 }, { ...first, id: 'x' }]) {
      expect(check.safeParse({ teams: [wrong, ...rest] }).success).toBe(false);
    }
  });

  it('shows cells of every kind to that check, and flags with and without a skill', async () => {
    const { json: matrix } = await api.call('GET', `/teams/${coast.teams.service}/matrix`, { key: readKey });
    const cells = (matrix as { people: { cells: { state: string; marks: string[] }[] }[] }).people.flatMap((one) => one.cells);
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['not-expected', 'not-assessed', 'not-observed', 'below', 'meets', 'above']));
    expect(new Set(cells.flatMap(({ marks }) => marks)).size).toBeGreaterThan(2);
    const { json: flags } = await api.call('GET', `/teams/${coast.teams.service}/flags`, { key: readKey });
    expect(new Set((flags as { flags: { skill: unknown }[] }).flags.map(({ skill }) => typeof skill))).toEqual(new Set(['string', 'object']));
  });

  it.each(['addPerson', 'saveAssessments'])('%s takes a body that fits the document', (id) => {
    const { operation } = operationsOf(document).find((one) => one.operation.operationId === id)!;
    const { $ref } = operation.requestBody!.content['application/json']!.schema as { $ref: string };
    const body = id === 'addPerson' ? person() : level();
    expect(validator($ref).safeParse(body).error?.issues ?? []).toEqual([]);
    expect(validator($ref).safeParse({ ...body, what: 1 }).success).toBe(false);
  });
});
