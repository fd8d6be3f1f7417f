import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { within } from '#app/platform/within.server.ts';
import { loader as countsOf } from '#app/routes/api/v1/team-counts.ts';
import { loader as matrix } from '#app/routes/api/v1/team-matrix.ts';
import { loader as teamsOf } from '#app/routes/api/v1/teams.ts';
import { exportPicture, type ExportedPicture } from '#app/services/capability/picture/export-picture.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { makeKey } from '#tests/helpers/api-server.ts';
import { compareView, type Shown, ways } from '#tests/helpers/compare-picture.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { generatedDays, generateOrganisation, type GeneratedOrganisation } from '#tests/helpers/generated-organisation.ts';
import type { ApiCounts, ApiMatrix, ApiTeam } from '#tests/helpers/picture-facts.ts';
import { RecordedPath } from '#tests/helpers/read-canvas.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';

const database = useTestDatabase();
useTestRuntime(database);
const { today, before, closed } = generatedDays;
const now = new Date(`${today}T09:00:00Z`);
const views = ['people', 'teams', 'role-levels', 'cycles', 'voices', 'expectation'];
const comparisons = ['people', 'teams', 'role-levels'].map((view) => `${view}&before=${before}`);
vi.stubGlobal('Path2D', RecordedPath);

/** What the API says of an organisation: the other way to every figure. */
async function shownOf(organisationId: string, topId: string, round: GeneratedOrganisation['round']): Promise<Shown> {
  const key = await makeKey(database, organisationId, 'read');
  const ask = async <T,>(loader: typeof matrix, path: string): Promise<T> => {
    const request = new Request(`http://localhost:3000/api/v1${path}`, { headers: { Authorization: `Bearer ${key}` } });
    const answer = await loader({ request, params: { teamId: topId }, context: { cspNonce: '', sourceAddress: '127.0.0.1' } });
    expect(answer.status).toBe(200);
    return (await answer.json()) as T;
  };
  const matrixOn = (day: string) => ask<ApiMatrix>(matrix, `/teams/${topId}/matrix?asOf=${day}`);
  return {
    context: await contextAs(database, { accessRole: 'head-of-service', organisationId, now }),
    topId,
    round,
    sentCounts: (view, asOf) => ask<ApiCounts>(countsOf, `/teams/${topId}/counts?view=${view}&asOf=${asOf}`),
    teams: (await ask<{ teams: ApiTeam[] }>(teamsOf, '/teams')).teams,
    api: { today: await matrixOn(today), before: await matrixOn(before), closed: round?.isKept === false ? await matrixOn(closed) : { skills: [], people: [] } },
  };
}

/** What a file is made of, as the export hands it over: read once, and only its own reads. */
async function readOnce({ context, topId }: Shown, search: string): Promise<ExportedPicture> {
  const answer = await readPicture(context, topId, parsePictureState(new URLSearchParams(search)));
  const { scales } = await readSkillScales(context, answer.picture.columns.map(({ id }) => id));
  return { answer, scales, frameworkVersion: null, isOfficial: false };
}

/** Through the export, with what it records. */
const readForFile = async ({ context, topId }: Shown, search: string) => exportPicture(context, topId, parsePictureState(new URLSearchParams(search)), 'csv');

/** Of a generated organisation each view with one metric, another of them with each seed, and one of the comparisons. */
async function compareGenerated(seed: number): Promise<number> {
  const { id, rootId, round } = await generateOrganisation(database, seed);
  const shown = await shownOf(id, rootId, round);
  const { context } = shown;
  return context.db.transaction(async (tx) => {
    const inside = { ...shown, context: within(context, tx) };
    let compared = 0;
    for (const view of [...views, comparisons[seed % comparisons.length]!]) {
      compared += await compareView(inside, await readOnce(inside, `view=${view}&held=2`), (metrics) => [metrics[Math.floor(seed / 3) % metrics.length]!]);
    }
    return compared;
  });
}

describe('table, SVG, canvas, API, CSV and ODS say the same', () => {
  it.each([0, 5, 10, 15, 20, 25, 30, 35, 40, 45])('of the generated organisations %i and the four after it', async (first) => {
    const compared: number[] = [];
    for (let seed = first; seed < first + 5; seed += 1) compared.push(await compareGenerated(seed));
    expect(compared.filter((cells) => cells > 100).length).toBeGreaterThan(1);
  });
});

describe('of the demo', () => {
  let demo: Shown;
  beforeAll(async () => {
    const { organisationId } = await loadDemo(database.pool, { slug: 'equality', now });
    const { rows } = await database.ownerPool.query<{ id: string }>('select id from team where organisation_id = $1 and parent_id is null', [organisationId]);
    demo = await shownOf(organisationId, rows[0]!.id, null);
  });

  it.each([...views, ...comparisons])('all say the same of every metric of %s', async (view) => {
    expect(await compareView(demo, await readForFile(demo, `view=${view}&held=2`), (metrics) => metrics)).toBeGreaterThan(0);
  });

  it.each(ways)('a single figure that is another one in the %s is found', async (way) => {
    const [people, teams] = await Promise.all(['people', 'teams'].map((view) => readForFile(demo, `view=${view}`)));
    for (const [exported, metric] of [[people!, 'gap'], [teams!, 'met']] as const) {
      const compare = compareView(demo, exported, () => [metric], (drawn, of) => (of === way ? { ...drawn, picture: oneOther(drawn.picture) } : drawn));
      await expect(compare, metric).rejects.toThrow(/expected .* to (deeply equal|strictly equal|be)/);
    }
  });

  it('a figure that is another one everywhere is found in the API', async () => {
    for (const [view, metric] of [['people', 'gap'], ['teams', 'met'], ['role-levels', 'holders'], ['expectation', 'expected']] as const) {
      const exported = await readForFile(demo, `view=${view}&held=2`);
      const other = { ...exported, answer: { ...exported.answer, picture: oneOther(exported.answer.picture) } };
      await expect(compareView(demo, other, () => [metric]), view).rejects.toThrow(/expected .* to (deeply equal|strictly equal|be)/);
    }
  });
});

/** The same picture with one figure changed: the first agreed level that is expected, the first count, the first expectation. */
function oneOther(picture: Picture): Picture {
  const { cells } = picture;
  if (cells.kind === 'count') {
    const at = cells.met.findIndex((met) => met > 0);
    const less = (counts: number[]) => counts.map((count, place) => (place === at ? count - 1 : count));
    return { ...picture, cells: { ...cells, met: less(cells.met), atLevel: cells.atLevel.map((levels, place) => (place === at ? levels.map((people) => people + 1) : levels)) } };
  }
  const other = (levels: string, at: number) => `${levels.slice(0, at)}${levels[at] === '1' ? 2 : 1}${levels.slice(at + 1)}`;
  if (cells.kind === 'expectation') return { ...picture, cells: { ...cells, expected: other(cells.expected, cells.expected.search(/\d/)) } };
  const at = [...cells.agreed].findIndex((level, place) => level !== '-' && cells.expected[place] !== '-' && cells.marks[place] === '0');
  return { ...picture, cells: { ...cells, agreed: other(cells.agreed, at) } };
}
