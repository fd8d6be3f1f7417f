import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { gapFill } from '#app/charts/colour.ts';
import { openFigure } from '#app/charts/heatmap/told/open-figure.ts';
import { readFigure } from '#app/charts/heatmap/told/read-figure.ts';
import { Legend } from '#app/charts/legend.tsx';
import { LevelSteps } from '#app/charts/level-steps.tsx';
import { scaleOfSkill } from '#app/domain/framework/scale-of-skill.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { loader as assess } from '#app/routes/people/assess/assess.tsx';
import { levelName } from '#app/routes/people/level-name.ts';
import { loader as profile } from '#app/routes/people/profile.tsx';
import { loader as review } from '#app/routes/people/review/review.tsx';
import { action as addRule, loader as coverage } from '#app/routes/teams/coverage.tsx';
import { loader as flags } from '#app/routes/teams/flags.tsx';
import { loader as heatmap } from '#app/routes/teams/heatmap/heatmap.tsx';
import { loader as report } from '#app/routes/teams/report.tsx';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { textFile } from '#tests/helpers/framework-files.ts';
import { type HarbourOrganisation, makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const api = useApi(database, clock);

const steps = ['Spark', 'Ember', 'Flame', 'Torch', 'Lantern', 'Beacon', 'Star', 'Sun', 'Dawn'];
/** An own framework whose scale has as many steps as one can have; one role level expects the last of them. */
const lampTrades = [
  textFile('scale.csv', ['Framework,Step,Level name', ...steps.map((name, at) => `Lamp trades,${at + 1},${name}`)].join('\n')),
  textFile('roles.csv', 'Role family,Role,Role level,Order\nLamps,Lamp trader,Lamp trader,1\nLamps,Lamp trader,Head lamp trader,2\n'),
  textFile('skills.csv', ['Skill,Level,Statement', ...steps.map((name) => `Wick trimming,${name},Trim a wick as at ${name}`), 'Oil tasting,Sun,Taste oil'].join('\n')),
  textFile('expectations.csv', 'Role,Role level,Skill,Expected level\nLamp trader,Lamp trader,Wick trimming,Dawn\nLamp trader,Lamp trader,Oil tasting,Ember\nLamp trader,Head lamp trader,Wick trimming,Sun\n'),
];

let harbour: HarbourOrganisation;
let cookie = '';
let cleo = '';
const skills = { wicks: '', oil: '' };
const bothNames = expect.stringMatching(/^.+, Imported 2026-06-01; Lamp trades, Imported 2026-06-01$/);

const asked = (path: string, form?: Record<string, string>) => ({
  request: new Request(`http://localhost:3000${path}`, { headers: { cookie }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) }),
  params: { teamId: harbour.teamId, personId: cleo },
  context: { cspNonce: '', sourceAddress: '127.0.0.1' },
});

beforeAll(async () => {
  harbour = await makeHarbour(database);
  const { context, id, teamId } = harbour;
  const open = await readUploaded(context, lampTrades);
  const published = await publishRelease(context, open.id, open.revision);
  if (!published.ok) throw new Error(published.problem.message);
  const idOf = async (table: 'skill' | 'role_level', name: string) =>
    (await database.ownerPool.query<{ id: string }>(`select id from ${table} where organisation_id = $1 and name = $2`, [id, name])).rows[0]!.id;
  skills.wicks = await idOf('skill', 'Wick trimming');
  skills.oil = await idOf('skill', 'Oil tasting');
  const details = { name: 'Cleo Marsh', email: null, grade: null, startsOn: '2026-01-05', leavesOn: null };
  const added = await addPerson(context, { ...details, teamId, roleLevelId: await idOf('role_level', 'Lamp trader') });
  cleo = added.ok ? added.value.personId : '';
  const entry = (skillId: string, level: number) => ({ skillId, source: 'agreed' as const, level, note: null });
  const saved = await saveAssessment(context, cleo, { entries: [entry(skills.wicks, 2), entry(skills.oil, 9)] });
  if (!saved.ok) throw new Error(saved.problem.message);
  const { userId } = await addUser(database, id, { grants: [{ accessRole: 'head-of-service', teamId }] });
  cookie = (await startSession(asked('/').request, sessionSubject(userId, id))).split(';')[0] ?? '';
});

describe('two frameworks side by side, one of four steps and one of nine', () => {
  it('are drawn on one heatmap, each level by the scale of its own skill, and every gap in the colours of the ends', async () => {
    const { picture, figures, scales, words } = await heatmap(asked(`/teams/${harbour.teamId}/heatmap?view=people`));
    expect(words.gap!.frameworkVersion).toEqual(bothNames);
    const { read } = readFigure(openFigure(figures[0]!, picture), 'gap', 1, 'words');
    const drawn = (row: number, column: number) => {
      const { look, words: said } = read(row * picture.columns.length + column);
      return { ...look, sentence: `${picture.rows[row]!.name}, ${picture.columns[column]!.name}: ${said}` };
    };
    const cellOf = (personId: string | undefined, skillId: string | undefined) => drawn(picture.rows.findIndex(({ id }) => id === personId), picture.columns.findIndex(({ id }) => id === skillId));
    expect(cellOf(cleo, skills.wicks)).toMatchObject({ text: '2/9', fill: gapFill(-3), border: 'short', sentence: expect.stringMatching(/^Cleo Marsh, Wick trimming: agreed ember, level 2 of expected 9, 7 below/) as string });
    expect(cellOf(cleo, skills.oil)).toMatchObject({ text: '9/2', fill: gapFill(3), sentence: expect.stringMatching(/^Cleo Marsh, Oil tasting: agreed dawn, level 9 of expected 2, 7 above/) as string });
    expect(cellOf(harbour.people.bo, harbour.skillIds['Rope work']).sentence).toContain('agreed working, level 2');
    const sentences = picture.rows.flatMap((_, row) => picture.columns.map((__, column) => drawn(row, column).sentence));
    expect(sentences.filter((sentence) => /undefined|NaN/.test(sentence))).toEqual([]);
    const legend = renderToStaticMarkup(<Legend picture={picture} metric="gap" scales={scales} />);
    expect(legend).toContain('Levels of Lamp trades, Imported 2026-06-01: 0 not yet at the first level, 1 spark, 2 ember');
    expect(legend).toMatch(/9 dawn\./);
    expect(legend).toContain('4 expert.');
  });

  it('are named right for one person: profile, assessment and review', async () => {
    const { scales, version, capability } = await profile(asked(`/people/${cleo}`));
    expect(version).toBe('Lamp trades, Imported 2026-06-01');
    expect(levelName(scales, skills.wicks, 9)).toBe('9 dawn');
    const wicks = capability?.cells.find(({ skillId }) => skillId === skills.wicks);
    expect(wicks).toMatchObject({ expectedLevel: 9, agreedLevel: 2, gap: -7, skill: { highestLevel: 9 } });
    const strip = renderToStaticMarkup(<LevelSteps steps={9} expectedLevel={9} agreedLevel={2} />);
    expect(strip.match(/<rect/g)).toHaveLength(9);
    const form = await assess(asked(`/people/${cleo}/assess?skill=${harbour.skillIds['Rope work']}`));
    expect(form.version).toEqual(bothNames);
    expect(Object.fromEntries(form.skills.map(({ name, levels }) => [name, levels.map((level) => level.name)]))).toEqual({
      'Wick trimming': steps,
      'Oil tasting': steps,
      'Rope work': ['Awareness', 'Working', 'Practitioner', 'Expert'],
    });
    const found = await review(asked(`/people/${cleo}/review`));
    const row = found.review.rows.find(({ cell }) => cell.skillId === skills.wicks);
    expect(row?.missingLevels.map((ordinal) => levelName(found.scales, skills.wicks, ordinal))).toEqual(['3 flame', '4 torch', '5 lantern', '6 beacon', '7 star', '8 sun', '9 dawn']);
    expect(found.nextRoleLevel?.name).toBe('Head lamp trader');
  });

  it('can be asked for by coverage rules up to the last step of the skill, and no further', async () => {
    const { levels } = await coverage(asked(`/teams/${harbour.teamId}/coverage`));
    expect(levels.map(({ label }) => label)).toEqual(['Awareness or Spark (1)', 'Working or Ember (2)', 'Practitioner or Flame (3)', 'Expert or Torch (4)', 'Lantern (5)', 'Beacon (6)', 'Star (7)', 'Sun (8)', 'Dawn (9)']);
    const rule = (skillId: string | undefined, minimumLevel: string) => addRule(asked(`/teams/${harbour.teamId}/coverage`, { skillId: skillId ?? '', minimumLevel, minimumPeople: '2' }));
    expect(await rule(harbour.skillIds['Rope work'], '9')).toMatchObject({ data: { problems: [{ field: 'minimumLevel', message: 'The levels of Rope work go up to 4' }] } });
    expect(await rule(skills.oil, '9')).toMatchObject({ status: 302 });
    const page = await coverage(asked(`/teams/${harbour.teamId}/coverage`));
    expect(page.rows).toMatchObject([{ rule: { skillId: skills.oil, minimumLevel: 9 }, actual: 1 }]);
    expect(scaleOfSkill(page.scales, skills.oil)[8]?.name).toBe('Dawn');
    expect((await flags(asked(`/teams/${harbour.teamId}/flags`))).version).toEqual(bothNames);
    const told = await report(asked(`/teams/${harbour.teamId}/report`));
    expect(scaleOfSkill(told.scales, skills.oil)[8]?.name).toBe('Dawn');
  });

  it('are read by programs with the names of their own scale', async () => {
    const key = await makeKey(database, harbour.id, 'read');
    const { json } = await api.call('GET', `/people/${cleo}`, { key });
    expect(JSON.stringify(json)).toContain('"expectedLevelName":"Dawn"');
    expect(JSON.stringify((await api.call('GET', `/teams/${harbour.teamId}/matrix`, { key })).json)).toContain('"gap":-7');
  });

  it('count the people at each level, up to the last step of the longest scale', async () => {
    const { rows } = await database.ownerPool.query<{ at_level: number[] }>('select at_level from team_skill_summary where organisation_id = $1 and skill_id = $2', [harbour.id, skills.oil]);
    expect(rows.map(({ at_level: counts }) => counts)).toEqual([[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]]);
    expect(await measureDrift(database.tenant(harbour.id), '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
  });

  it('refuse a level beyond the scale of the skill', async () => {
    const entries = [{ skillId: harbour.skillIds['Rope work'] ?? '', source: 'agreed' as const, level: 9, note: null }];
    expect(await saveAssessment(harbour.context, cleo, { entries })).toMatchObject({ ok: false });
  });
});
