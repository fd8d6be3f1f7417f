import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { svgFault } from '#app/charts/heatmap/drawing/svg-fault.ts';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { fileAnswer } from './file-answer.server.ts';
import { fileDrawing, type FileTask } from './file-drawing.server.ts';
import { fileSvg } from './file-svg.ts';
import { makeFile } from './make-file.server.ts';

const about = { title: 'Lights <script>: gaps', lines: [{ label: 'As at', text: '1 June 2026 & later' }] };
const scales = { versions: [], ofSkill: {} };

function pictureOf(rows: number, columns: number): Picture {
  const cell = { skillId: '', expectedLevel: 3, selfLevel: null, managerLevel: null, agreedLevel: 2, gap: -1, state: 'below' as const, marks: [], agreedOn: '2026-01-01' };
  return {
    view: 'people', asOf: '2026-06-01', before: null, groups: [], columnGroups: [], earlier: null, people: rows, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    rows: Array.from({ length: rows }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, note: null, group: null })),
    columns: Array.from({ length: columns }, (_, at) => ({ id: `s${at}`, name: `Skill ${at}`, group: null })),
    cells: packCells(Array.from({ length: rows * columns }, () => cell)),
  };
}

const taskOf = (picture: Picture): Omit<FileTask, 'format'> => ({ picture, metric: metricsOf(picture.view, false)[0]!, isSideBySide: false, heldLevel: 1, scales, about });

const contextOf = () => ({ viewer: { organisationName: 'Coast' }, now: new Date('2026-06-01T09:00:00Z') }) as Parameters<typeof fileAnswer>[0];

/** As the service hands it over. */
const exportedOf = (picture: Picture) =>
  ({
    scales,
    frameworkVersion: 'Coast, First',
    isOfficial: true,
    answer: {
      picture,
      team: { id: 't', name: 'Lights/../"x"\r\n' },
      state: { view: 'people', metric: 'gap', order: 'team', asOf: '2026-06-01', before: null, compare: 'change', heldLevel: null, orderSkillId: null, filters: { teams: [], roles: [], roleLevels: [], skills: [], states: [], marks: [] } },
      totals: { people: picture.rows.length, expected: 0, agreed: 0, met: 0, short: 0, notObserved: 0, notAgreed: 0, suppressed: 0 },
      window: { from: 0, total: picture.rows.length },
      joined: 0,
      left: 0,
      choices: { teams: [], roles: [], roleLevels: [], skills: [] },
    },
  }) as unknown as Parameters<typeof fileAnswer>[1];

describe('the file of a picture', () => {
  it('is the same where a thread of its own makes it', async () => {
    const large = taskOf(pictureOf(120, 30));
    const made = await makeFile(large, 'svg');
    if (!made.ok) throw new Error(made.problem);
    expect(Buffer.from(made.bytes).toString()).toBe(Buffer.from(fileDrawing({ ...large, format: 'svg' })).toString());
  });

  it('says how many rows a PNG would hold, before it draws one that is far too large and after', async () => {
    const far = await makeFile(taskOf(pictureOf(5_000, 60)), 'png');
    expect(far).toMatchObject({ ok: false, problem: 'too-large' });
    const near = await makeFile(taskOf(pictureOf(300, 27)), 'png');
    if (near.ok || near.problem !== 'too-large') throw new Error('It should be too large.');
    expect(near.rows).toBeGreaterThan(50);
    expect(near.rows).toBeLessThan(300);
  });

  it.each(['svg', 'xlsx', 'ods', 'png'] as const)('is refused with the way out where it has too many cells: %s', async (format) => {
    const answer = await fileAnswer(contextOf(), exportedOf(pictureOf(5_000, 20)), format);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([422, 'text/plain; charset=utf-8']);
    expect(await answer.text()).toMatch(/has 5,000 rows, .* holds about 3,000 of them\. Go back and filter it/);
  });

  it('names the licence of the official framework, and has a name that no header or folder is hurt by', async () => {
    const answer = await fileAnswer(contextOf(), exportedOf(pictureOf(2, 2)), 'csv');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w.-]+\.csv"; filename\*=UTF-8''[\w.%-]+\.csv$/);
    expect(await answer.text()).toContain('Open Government Licence v3.0');
  });

  it('of any picture is a drawing that may be handed out, also of two days and of hostile names', () => {
    fc.assert(
      fc.property(anyPicture(), fc.constantFrom('<script>alert(1)</script>', '"><img onerror=x>', ']]>&amp;', '\u2028\ud800', 'url(#x)'), (picture, name) => {
        const named = { ...picture, rows: picture.rows.map((row) => ({ ...row, name, note: name })), columns: picture.columns.map((column) => ({ ...column, name })), groups: picture.groups.map((group) => ({ ...group, name })) };
        const options = { ...taskOf(named), about: { title: name, lines: [{ label: name, text: name }] } };
        const later = { ...named, asOf: '2026-12-01' };
        for (const svg of [fileSvg([named], options), fileSvg([named, later], options)]) expect(svgFault(svg)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('of two days has both, one below the other', () => {
    const [earlier, later] = [pictureOf(2, 2), { ...pictureOf(2, 2), asOf: '2026-12-01' }];
    const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)![1]);
    const options = taskOf(later);
    const both = fileSvg([earlier, later], options);
    expect(heightOf(both)).toBeGreaterThan(1.5 * heightOf(fileSvg([later], options)));
    for (const day of ['1 June 2026', '1 December 2026']) expect(both).toContain(`, ${day}</title>`);
  });
});
