import { expect } from 'vitest';
import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { Context } from '#app/platform/context.ts';
import { fileAnswer } from '#app/routes/teams/heatmap/file/file-answer.server.ts';
import type { ExportedPicture } from '#app/services/capability/picture/export-picture.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import type { GeneratedOrganisation } from './generated-organisation.ts';
import { type ApiCell, type ApiCounts, type ApiMatrix, type ApiTeam, apiCells, type Counted, countFigures, countInApi, metByEarlierBar, peopleByRow, personFigures, saidOfCount, saidOfPerson } from './picture-facts.ts';
import { asName, asSheetText, type Drawn, type FileList, type PictureReading, readCsv, readFileSvg, readOds, readPageSvg, readTable } from './picture-readings.tsx';
import { readCanvas } from './read-canvas.ts';

/** An organisation as its head sees it, and what the API says of it: the other way to every figure. */
export interface Shown {
  context: Context;
  topId: string;
  round: GeneratedOrganisation['round'];
  teams: ApiTeam[];
  /** The API's counts of a view on a day. */
  sentCounts: (view: string, asOf: string) => Promise<ApiCounts>;
  api: { today: ApiMatrix; before: ApiMatrix; closed: ApiMatrix };
}

/** The ways out of a picture. */
export const ways = ['table', 'svg', 'canvas', 'file svg', 'csv', 'ods'] as const;
type Way = (typeof ways)[number];

/** Everything that a picture with a metric is taken out as, each read back. `alter` is what one of the ways gets in its place. */
async function readingsOf(drawn: Drawn, fileOf: (drawn: Drawn, format: 'svg' | 'csv' | 'ods') => Promise<Response>, alter: (drawn: Drawn, way: Way) => Drawn = (same) => same) {
  const { picture } = drawn;
  const ods = readOds(await (await fileOf(alter(drawn, 'ods'), 'ods')).arrayBuffer(), picture);
  const { canvas, behind } = readCanvas(alter(drawn, 'canvas'));
  const readings: Record<string, PictureReading> = {
    table: readTable(alter(drawn, 'table')),
    svg: readPageSvg(alter(drawn, 'svg')),
    'file svg': readFileSvg(await (await fileOf(alter(drawn, 'file svg'), 'svg')).text(), picture),
    canvas,
    'rows behind the canvas': behind,
    ods: ods.wide,
  };
  return { readings, csv: readCsv(await (await fileOf(alter(drawn, 'csv'), 'csv')).text(), picture), list: ods.list };
}

/** Throws where any two do not say the same of a cell, or name its row or column otherwise. */
function compareReadings({ readings, csv, list }: { readings: Record<string, PictureReading>; csv: FileList; list: FileList }): void {
  const { table, svg, canvas, behind, ods } = { ...readings, behind: readings['rows behind the canvas'] } as Record<string, PictureReading>;
  const names = (of: { rows: string[]; columns: string[] }) => [of.rows.map(asName), of.columns.map(asName)];
  for (const [way, reading] of Object.entries({ ...readings, csv, list })) expect(names(reading), way).toEqual(names(table!));
  for (const [way, { texts }] of Object.entries(readings)) {
    expect(texts, way).toEqual(way === 'ods' ? table!.texts.map((row) => row.map(asSheetText)) : table!.texts);
  }
  expect(csv.words).toEqual(table!.words);
  expect(csv.lines).toEqual(list.lines);
  expect(ods!.margins).toEqual(table!.margins);
  expect(canvas!.strokes).toEqual(svg!.strokes);
  expect(behind!.words).toEqual(svg!.words);
  const told = table!.words!.flat();
  expect(svg!.words!.flat().filter((sentence, at) => !sentence.includes(told[at]!))).toEqual([]);
}

const voiceFigures = (cell: ApiCell | null) => ({ 'Self level': String(cell?.selfLevel ?? ''), 'Manager level': String(cell?.managerLevel ?? '') });
const figuresIn = (line: Record<string, string>, wanted: Record<string, string>) => Object.fromEntries(Object.keys(wanted).map((head) => [head, line[head]]));

/** Sets a picture of people against the API, cell by cell. */
function comparePeople(picture: Picture, metric: PictureMetric, { lines }: FileList, table: PictureReading, { api }: Shown): void {
  if (picture.view === 'people' && picture.before === null) {
    expect([picture.rows.map(({ id }) => id), picture.columns.map(({ id }) => id)]).toEqual([api.today.people.map(({ id }) => id), api.today.skills.map(({ id }) => id)]);
  }
  const cells = apiCells(picture, api.today);
  const earlier = picture.before === null ? null : apiCells(picture, api.before);
  const width = picture.columns.length;
  const wanted = cells.map((cell, at) => ({ ...personFigures(cell), ...(earlier && personFigures(earlier[at]!, true)), ...(metric === 'voices' && voiceFigures(cell)) }));
  expect(lines.map((line, at) => figuresIn(line, wanted[at]!))).toEqual(wanted);
  const written = table.texts.flat();
  const isTold = ['gap', 'agreed', 'complete'].includes(metric);
  if (isTold) {
    const said = written.map((text) => saidOfPerson(metric, text));
    expect(said).toEqual(said.map((of, at) => Object.fromEntries(Object.keys(of).map((key) => [key, cells[at]![key as keyof ApiCell]]))));
  }
  if (metric === 'change') {
    const moved = cells.map((cell, at) => (cell?.gap == null || earlier![at]?.gap == null ? written[at] : String(cell.gap - earlier![at].gap)));
    expect(written.map((text, at) => (moved[at] === text ? text : asSheetText(text)))).toEqual(moved);
  }
  const sums = picture.rows.map((_, row) => {
    const states = cells.slice(row * width, (row + 1) * width).map((cell) => cell!.state);
    const count = (...of: string[]) => states.filter((state) => of.includes(state)).length;
    return [count('meets', 'above'), count('below'), count('not-assessed', 'not-observed')];
  });
  expect(table.margins).toEqual(sums);
}

/** The counts of each cell, from the API's people alone. Null for what the API does not know: rounds of the demo. */
function countsOf(picture: Picture, { api, teams, topId, round }: Shown): (Counted & { earlier?: Counted; byEarlierBar?: number } | null)[] {
  if (picture.view === 'cycles') {
    const at = (id: string) => (id === 'now' || round?.isKept ? api.today : api.closed).people;
    return picture.rows.flatMap((row) => picture.columns.map(({ id }) => (id !== 'now' && id !== round?.id ? null : countInApi(at(id), row.id))));
  }
  const then = new Map(api.before.people.map((person) => [person.id, person]));
  const same = picture.before === null ? api.today : { ...api.today, people: api.today.people.filter(({ id }) => then.has(id)) };
  return peopleByRow(picture, same, teams, topId).flatMap((people) =>
    picture.columns.map(({ id }) => {
      const counted = countInApi(people, id);
      if (picture.before === null) return counted;
      return { ...counted, earlier: countInApi(people.map((person) => then.get(person.id)!), id), byEarlierBar: metByEarlierBar(people, api.before, id) };
    }),
  );
}

function compareCounts(picture: Picture, metric: PictureMetric, { lines }: FileList, table: PictureReading, shown: Shown): void {
  const width = picture.columns.length;
  const counts = countsOf(picture, shown);
  const cells = picture.cells as CountCells;
  const [found, wanted]: [unknown[], unknown[]] = [[], []];
  const written = table.texts.flat();
  counts.forEach((counted, at) => {
    if (counted === null) return;
    const { earlier, byEarlierBar, expected, assessed, met } = counted;
    const figures: Record<string, string> = countFigures(counted);
    if (earlier) {
      Object.assign(figures, { 'Earlier expected of': String(earlier.expected), 'Earlier assessed': String(earlier.assessed), 'Earlier meet': String(earlier.met), 'Meet by the earlier bar': String(byEarlierBar) });
    }
    const { said, is } = saidOfCount(metric, written[at]!, 2, counted);
    const isTold = ['met', 'short', 'complete', 'holders'].includes(metric);
    const isMoved = metric === 'change' && earlier !== undefined && expected + earlier.expected > 0;
    found.push([figuresIn(lines[at]!, figures), cells.expected[at], cells.assessed[at], cells.met[at], isTold ? said : '', isMoved ? asSheetText(written[at]!) : '']);
    wanted.push([figures, expected, assessed, met, isTold ? is : '', isMoved ? String(met - earlier.met) : '']);
  });
  expect(found).toEqual(wanted);
  if (picture.view === 'cycles') return;
  const sum = (row: number, of: (counted: Counted) => number) => counts.slice(row * width, (row + 1) * width).reduce((all, counted) => all + of(counted!), 0);
  expect(table.margins).toEqual(picture.rows.map((_, row) => [sum(row, ({ met }) => met), sum(row, ({ assessed, met }) => assessed - met), sum(row, ({ expected, assessed }) => expected - assessed)]));
}

function compareExpectation(picture: Picture, { lines }: FileList, table: PictureReading, { api }: Shown): void {
  picture.rows.forEach(({ name, group }, row) => {
    const people = api.today.people.filter((person) => person.roleLevel === name && person.role === picture.groups[group!]!.name);
    expect(people.length).toBeGreaterThan(0);
    picture.columns.forEach(({ id }, column) => {
      const levels = new Set(people.map((person) => person.cells.find(({ skillId }) => skillId === id)?.expectedLevel ?? null));
      const [line, written] = [lines[row * picture.columns.length + column]!, table.texts[row]![column]!];
      expect([...levels].map((level) => (level === null ? '' : String(level)))).toEqual([line['Expected level']]);
      expect(written).toBe(line['Expected level'] === '' ? '·' : line['Defined by the framework'] === 'no' ? 'n/d' : line['Expected level']);
    });
  });
}

/** Reads one view, takes it out in every way, compares these with each other and with the API. Answers how many cells were compared. */
export async function compareView(shown: Shown, exported: ExportedPicture, metricsToTake: (metrics: readonly PictureMetric[]) => readonly PictureMetric[], alter?: (drawn: Drawn, way: Way) => Drawn): Promise<number> {
  const { answer, scales } = exported;
  const { picture } = answer;
  const heldLevel = answer.state.heldLevel ?? 1;
  const fileAs = (drawn: Drawn): ExportedPicture => ({ ...exported, answer: { ...answer, picture: drawn.picture, state: { ...answer.state, metric: drawn.metric } } });
  if (picture.view === 'teams' && picture.before === null) await compareService(picture, shown);
  if (picture.cells.kind === 'count' && picture.before === null) await compareSentCounts(picture, picture.cells, shown);
  if (picture.rows.length === 0 || picture.columns.length === 0) return 0;
  const metrics = metricsToTake(metricsOf(picture.view, picture.before !== null));
  for (const metric of metrics) {
    const taken = await readingsOf({ picture, metric, heldLevel, scales }, (drawn, format) => fileAnswer(shown.context, fileAs(drawn), format), alter);
    compareReadings(taken);
    const table = taken.readings.table!;
    if (picture.cells.kind === 'person') comparePeople(picture, metric, taken.csv, table, shown);
    else if (picture.cells.kind === 'count') compareCounts(picture, metric, taken.csv, table, shown);
    else compareExpectation(picture, taken.csv, table, shown);
  }
  return picture.rows.length * picture.columns.length * metrics.length;
}

/** The figures that the API sends of the same counts. */
async function compareSentCounts({ view, asOf, rows, columns }: Picture, cells: CountCells, { sentCounts }: Shown): Promise<void> {
  const sent = await sentCounts(view, asOf);
  expect([sent.rows.map(({ id }) => id), sent.columns.map(({ id }) => id)]).toEqual([rows.map(({ id }) => id), columns.map(({ id }) => id)]);
  const flat = <T>(of: (row: ApiCounts['rows'][number]) => T[]) => sent.rows.flatMap(of);
  expect([flat(({ expected }) => expected), flat(({ assessed }) => assessed), flat(({ met }) => met), flat(({ atLevel }) => atLevel), flat(({ oldestAgreedOn }) => oldestAgreedOn)]).toEqual([
    cells.expected,
    cells.assessed,
    cells.met,
    cells.atLevel,
    cells.oldestOn,
  ]);
}

/** The older service's figures of the same teams. */
async function compareService(picture: Picture, { context, topId }: Shown): Promise<void> {
  const { matrix: service } = await readServiceMatrix(context, { teamId: topId });
  expect(picture.rows.map(({ id }) => id)).toEqual(service.teams.map(({ id }) => id));
  const cells = picture.cells as CountCells;
  service.teams.forEach((team, row) => {
    for (const { skillId, expected, assessed, met } of team.cells) {
      const at = row * picture.columns.length + picture.columns.findIndex(({ id }) => id === skillId);
      expect([cells.expected[at], cells.assessed[at], cells.met[at]]).toEqual([expected, assessed, met]);
    }
  });
}

