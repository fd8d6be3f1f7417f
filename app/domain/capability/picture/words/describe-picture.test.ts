import { describe, expect, it } from 'vitest';
import { describePicture } from './describe-picture.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureToDescribe } from './picture-to-describe.ts';
import { pictureTotals } from '#app/domain/capability/picture/picture-totals.ts';

const person = (at: number) => ({ id: `p${at}`, name: `Person ${at}`, note: null, group: null });
const skill = (at: number) => ({ id: `s${at}`, name: `Skill ${at}`, group: null });

function peoplePicture(states: string, columns: number): Picture {
  const blank = states.replaceAll(/./g, '-');
  return {
    view: 'people', asOf: '2026-11-22', before: null, groups: [], columnGroups: [], earlier: null, disclosureControlled: false,
    rows: Array.from({ length: states.length / columns }, (_, at) => person(at)),
    columns: Array.from({ length: columns }, (_, at) => skill(at)),
    cells: { kind: 'person', expected: blank, self: blank, manager: blank, agreed: blank, states, marks: states.replaceAll(/./g, '0'), markSets: [[]], agreedOn: blank, days: [] },
    people: states.length / columns,
    hidden: { rows: 0, columns: 0 },
  };
}

function about(picture: Picture, search = '', change: Partial<PictureToDescribe> = {}): PictureToDescribe {
  const state = parsePictureState(new URLSearchParams(search));
  return {
    picture,
    state: { ...state, view: picture.view, metric: state.metric ?? 'gap', order: state.order ?? 'team', asOf: picture.asOf },
    heldLevel: 3,
    names: { teams: [{ id: 't1', name: 'Networks' }, { id: 't2', name: 'Cloud' }], roles: [], roleLevels: [], skills: picture.columns },
    totals: pictureTotals(picture),
    totalRows: picture.rows.length,
    frameworkVersion: 'Government Digital and Data, September 2025',
    joined: 0,
    left: 0,
    ...change,
  };
}

describe('the words of a picture', () => {
  it('say what is shown, of whom, and that nothing is left out', () => {
    expect(describePicture(about(peoplePicture('34', 1)))).toEqual({
      title: 'Agreed level against expected level',
      days: '22 November 2026',
      frameworkVersion: 'Government Digital and Data, September 2025',
      counted: '2 people, 2 expected skill levels',
      leftOut: null,
      hidden: null,
      order: 'people by team, then the most senior first, then by name; skills expected of most people first, then by name',
      filter: null,
    });
  });

  it('say one of each in the singular, and what has no agreed level', () => {
    const words = describePicture(about(peoplePicture('1', 1)));
    expect(words).toMatchObject({ counted: '1 person, 1 expected skill level', leftOut: '1 without an agreed level' });
    const hidden = describePicture(about({ ...peoplePicture('12', 2), hidden: { rows: 1, columns: 0 } }));
    expect(hidden).toMatchObject({ leftOut: '1 without an agreed level, 1 not observed', hidden: '1 person is hidden by the filters' });
    const many = describePicture(about({ ...peoplePicture('12', 2), hidden: { rows: 1_204, columns: 1 } }));
    expect(many.hidden).toBe('1,204 people and 1 skill are hidden by the filters');
  });

  it('leave nobody out of a picture that has a figure for everybody', () => {
    expect(describePicture(about(peoplePicture('11', 2), 'metric=complete')).leftOut).toBeNull();
  });

  it('say what the picture is narrowed to, and pass over what this view does not use', () => {
    expect(describePicture(about(peoplePicture('3', 1), 'team=t1&team=t2&state=not-assessed&mark=stale')).filter).toBe(
      'Team: Networks or Cloud; State: not assessed; Mark: stale',
    );
    const expectation: Picture = { ...peoplePicture('3', 1), view: 'expectation', cells: { kind: 'expectation', expected: '3', undefinedAt: [] } };
    expect(describePicture(about(expectation, 'team=t1')).filter).toBeNull();
  });

  it('say the order, and what takes its place where there are too many rows for it', () => {
    const order = (search: string, totalRows = 1) => describePicture(about(peoplePicture('3', 1), search, { totalRows })).order.split('; ')[0];
    expect(order('order=skill&by=s0')).toBe('people furthest below in Skill 0 first, then by name');
    expect(order('order=skill&by=unknown')).toBe('people by name');
    expect(order('order=similar')).toBe('like people beside each other (average linkage, optimal leaf order)');
    expect(order('order=similar', 401)).toBe(
      'people with the most levels short first, then the most shortfalls, then by name (more than 400 people cannot be put like beside like)',
    );
  });

  it('say both days, and who stands on one of them only', () => {
    const words = describePicture(about({ ...peoplePicture('3', 1), before: '2025-11-22' }, '', { joined: 1, left: 2 }));
    expect(words).toMatchObject({
      days: '22 November 2026 against 22 November 2025',
      leftOut: '1 person who has joined since 22 November 2025, 2 people who have left since 22 November 2025',
    });
  });

  it('tell whoever may not see small counts of no number of people', () => {
    const row = (name: string) => ({ id: name, name, note: null, group: null });
    const picture: Picture = {
      ...peoplePicture('3', 1),
      view: 'teams',
      rows: [row('A'), row('B'), { ...row('All'), isTotal: true }],
      cells: { kind: 'count', expected: [8, 0, 0], assessed: [7, 0, 0], met: [6, 0, 0], atLevel: [[], [], []], oldestOn: [null, null, null], suppressed: [1, 2] },
      people: 0,
      disclosureControlled: true,
    };
    expect(describePicture(about(picture, 'metric=met'))).toMatchObject({
      title: 'People who meet the expected level, of those assessed',
      counted: '2 teams and their total',
      leftOut: 'people without an agreed level, 2 figures withheld, so as to single out nobody',
    });
  });
});
