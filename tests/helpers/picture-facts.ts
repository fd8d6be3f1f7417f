import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** A cell of the team matrix, as the API answers it. */
export interface ApiCell {
  skillId: string;
  expectedLevel: number | null;
  selfLevel: number | null;
  managerLevel: number | null;
  agreedLevel: number | null;
  agreedOn: string | null;
  gap: number | null;
  state: CellState;
  marks: CellMark[];
}

export interface ApiMatrix {
  skills: { id: string; name: string }[];
  people: { id: string; name: string; team: string; teamId: string; role: string; roleLevel: string; cells: ApiCell[] }[];
}

/** The counts of a picture, as the API answers them. */
export interface ApiCounts {
  teamId: string;
  view: string;
  asOf: string;
  people: number;
  columns: { id: string; name: string }[];
  rows: { id: string; name: string; group: string | null; expected: number[]; assessed: number[]; met: number[]; atLevel: number[][]; oldestAgreedOn: (string | null)[] }[];
}

export interface ApiTeam {
  id: string;
  parentId: string | null;
}

type ApiPerson = ApiMatrix['people'][number];

/** What stands in the columns of a file's list of people, by the names of the columns. */
export type Figures = Record<string, string>;

const nothing = (skillId: string): ApiCell => ({ skillId, expectedLevel: null, selfLevel: null, managerLevel: null, agreedLevel: null, agreedOn: null, gap: null, state: 'not-expected', marks: [] });
const cellOf = (person: ApiPerson, skillId: string) => person.cells.find((cell) => cell.skillId === skillId) ?? nothing(skillId);
const text = (value: string | number | null) => (value === null ? '' : String(value));

const marksInFiles: Record<CellMark, string> = {
  'self-only': 'self-assessed only',
  'manager-only': 'assessed by the manager only',
  stale: 'stale',
  review: 'to be reviewed',
  'level-undefined': 'level not defined by the framework',
  disputed: 'disputed',
  exempt: 'exempt for now',
};

/** Each cell of a picture of people, row after row, as the API has the person and the skill; null where the API has no such person. */
export function apiCells(picture: Picture, { people }: ApiMatrix): (ApiCell | null)[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return picture.rows.flatMap(({ id }) => picture.columns.map((column) => (known.has(id) ? cellOf(known.get(id)!, column.id) : null)));
}

/** What a file should say of a person's cell. */
export function personFigures(cell: ApiCell | null, isEarlier = false): Figures {
  const figures: Figures = {
    'Expected level': text(cell?.expectedLevel ?? null),
    'Agreed level': text(cell?.agreedLevel ?? null),
    Gap: text(cell?.gap ?? null),
    State: cell?.state.replace('-', ' ') ?? 'not there on that day',
  };
  if (isEarlier) return Object.fromEntries(Object.entries(figures).map(([head, value]) => [`Earlier ${head.toLowerCase()}`, value]));
  return { ...figures, Marks: (cell?.marks ?? []).map((mark) => marksInFiles[mark]).join(', '), 'Agreed on': text(cell?.agreedOn ?? null) };
}

/** Which people the API knows stand in each row of a picture that counts, of each column where rounds are. */
export function peopleByRow(picture: Picture, { people }: ApiMatrix, teams: readonly ApiTeam[], topId: string): ApiPerson[][] {
  if (picture.view === 'role-levels') {
    return picture.rows.map(({ name, group }) => people.filter((person) => person.roleLevel === name && person.role === picture.groups[group!]!.name));
  }
  const under = (id: string): string[] => [id, ...teams.filter(({ parentId }) => parentId === id).flatMap((team) => under(team.id))];
  return picture.rows.map(({ id }) => people.filter(({ teamId }) => (id === topId ? [id] : under(id)).includes(teamId)));
}

export interface Counted {
  expected: number;
  assessed: number;
  met: number;
  atLevel: number[];
  oldestOn: string | null;
}

/** Counts these people in a skill, from nothing but their cells in the API. */
export function countInApi(people: readonly ApiPerson[], skillId: string): Counted {
  const cells = people.map((person) => cellOf(person, skillId));
  const expected = cells.filter(({ expectedLevel }) => expectedLevel !== null);
  const assessed = expected.filter(({ agreedLevel }) => agreedLevel !== null);
  return {
    expected: expected.length,
    assessed: assessed.length,
    met: assessed.filter(({ agreedLevel, expectedLevel }) => agreedLevel! >= expectedLevel!).length,
    atLevel: [0, 1, 2, 3, 4].map((level) => cells.filter(({ agreedLevel }) => agreedLevel === level).length),
    oldestOn: expected.flatMap(({ agreedOn }) => agreedOn ?? []).sort()[0] ?? null,
  };
}

/** How many of these people would meet today what was expected of them on the earlier day. */
export function metByEarlierBar(people: readonly ApiPerson[], earlier: ApiMatrix, skillId: string): number {
  const before = new Map(earlier.people.map((person) => [person.id, person]));
  return people.filter((person) => {
    const [now, bar] = [cellOf(person, skillId).agreedLevel, cellOf(before.get(person.id)!, skillId).expectedLevel];
    return now !== null && bar !== null && now >= bar;
  }).length;
}

/** What a file should say of a cell that counts. */
export function countFigures({ expected, assessed, met, atLevel, oldestOn }: Counted): Figures {
  const levels = Object.fromEntries(atLevel.map((people, level) => [`At level ${level}`, String(people)]));
  const [short, open] = [assessed - met, expected - assessed];
  return { 'Expected of': String(expected), Assessed: String(assessed), Meet: String(met), Short: String(short), 'Not assessed': String(open), ...levels, 'Oldest agreed on': text(oldestOn) };
}

/** What the short text of a person's cell says, in the figures that it says anything about: read back, not written again. */
export function saidOfPerson(metric: string, written: string): Partial<ApiCell> {
  if (metric === 'gap') {
    const [, agreed, expected] = /^(\d)\/(\d|·)$/.exec(written) ?? [];
    if (agreed !== undefined) return { agreedLevel: Number(agreed), expectedLevel: expected === '·' ? null : Number(expected) };
  }
  if (metric === 'agreed') {
    const [, held, , surplus] = /^(\d)(\+?)$|^\((\d)\)$/.exec(written) ?? [];
    if (held !== undefined) return { agreedLevel: Number(held), ...(written.endsWith('+') && { state: 'above' }) };
    if (surplus !== undefined) return { agreedLevel: Number(surplus), expectedLevel: null };
  }
  if (written === '-') return { state: 'not-assessed' };
  if (written === 'n/o') return { state: 'not-observed', agreedLevel: null };
  if (written === '·') return { state: 'not-expected', agreedLevel: null };
  if (written === 'nd/·') return { state: 'not-expected' };
  if (written === 'n/d+') return { state: 'above' };
  if (written === 'n/d') return {};
  if (metric === 'complete') {
    if (written === 'M' || written === 'S') return { state: 'not-assessed', agreedLevel: null };
    if (written === 'A·') return { expectedLevel: null };
    if (written === 'A') return {};
  }
  throw new Error(`Nothing is known of a cell that says "${written}" as ${metric}.`);
}

/** What the short text of a cell that counts says, in counts. */
export function saidOfCount(metric: string, written: string, heldLevel: number, { expected, assessed, met, atLevel }: Counted): { said: string; is: string } {
  const held = atLevel.slice(heldLevel).reduce((sum, people) => sum + people, 0);
  const is = { met: `${met} of ${assessed}`, short: `${assessed - met} of any`, complete: `${assessed} of ${expected}`, holders: `${held} of any` }[metric];
  const none = metric === 'holders' ? expected === 0 && held === 0 : expected === 0;
  if (none || (assessed === 0 && metric !== 'holders')) return { said: written, is: none ? '·' : '-' };
  return { said: written.includes('/') ? written.replace('/', ' of ') : `${written} of any`, is: is ?? written };
}
