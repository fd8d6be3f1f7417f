import { describe, expect, it } from 'vitest';
import type { ChangeNote, FrameworkFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import { downloadsOf } from '#tests/fixtures/generated-release.ts';
import { planRelease } from './plan-release.ts';
import type { ReleaseChoice, ReleaseItem } from './release-item.ts';

const skill = (name: string, ...lines: string[]): SkillFacts => ({
  name,
  description: `What ${name.toLowerCase()} is for.`,
  levels: [1, 2].map((ordinal) => ({ ordinal, defined: true, statements: [lines[ordinal - 1] ?? `Practise ${name.toLowerCase()} number ${ordinal} on deck.`], wordingSource: 'skills-csv', wordingDate: null })),
});
const level = (name: string, seniority: number | null, expected: Record<string, number>, grades: string[] | null = null) => ({
  name,
  description: null,
  seniority,
  grades,
  expectations: Object.entries(expected).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
});
const ship = (): FrameworkFacts => ({
  scale: [{ ordinal: 1, name: 'Awareness' }, { ordinal: 2, name: 'Working' }],
  families: ['Deck'],
  roles: [
    { familyName: 'Deck', name: 'Pilot', description: 'Brings ships in.', roleType: null, skillsWithoutLevel: [], roleLevels: [level('Junior pilot', 1, { Charts: 1, Ropes: 1 }, ['EO']), level('Chief pilot', 2, { Charts: 2, Ropes: 1, Tides: 2 }, ['SEO'])] },
    { familyName: 'Deck', name: 'Stoker', description: null, roleType: null, skillsWithoutLevel: [], roleLevels: [level('Stoker', 1, { Boilers: 2 })] },
  ],
  skills: [skill('Boilers'), skill('Charts'), skill('Ropes'), skill('Tides')],
});
const note = (text: string, page = 'Homepage'): ChangeNote => ({ date: '2026-01-05', page, note: text });

/** The next release after `change`, against the ship as it was. */
function changed(change: (facts: FrameworkFacts) => void, more: { notes?: ChangeNote[]; decide?: (items: ReleaseItem[]) => [string, ReleaseChoice][]; kind?: (facts: FrameworkFacts) => MergeReading[] } = {}) {
  const next = ship();
  change(next);
  const input = { base: ship(), readings: (more.kind ?? downloadsOf)(next), changeNotes: more.notes ?? [], decisions: new Map<string, ReleaseChoice>() };
  const undecided = planRelease(input);
  return planRelease({ ...input, decisions: new Map(more.decide?.(undecided.items) ?? []) });
}
const told = (items: readonly ReleaseItem[]) => items.map(({ kind, part, before, after, asks }) => `${kind} ${part} ${before.join('+')}>${after.join('+')}${asks ? ' ?' : ''}`);
const pilots = (facts: FrameworkFacts) => facts.roles.find(({ name }) => name === 'Pilot')!;
const decide = (choice: ReleaseChoice, kind?: ReleaseItem['kind']) => (items: ReleaseItem[]): [string, ReleaseChoice][] => items.filter((item) => item.asks && (kind === undefined || item.kind === kind)).map(({ key }) => [key, choice]);

describe('changes that are carried without asking', () => {
  it('tell a moved bar by role level and skill, up, down, in and out', () => {
    const { items, undecided } = changed((facts) => {
      pilots(facts).roleLevels[0] = level('Junior pilot', 1, { Charts: 2, Boilers: 1 });
      pilots(facts).roleLevels[1] = level('Chief pilot', 2, { Charts: 1, Ropes: 1, Tides: 2 });
    });
    expect(items.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['expectation-moved', { skillName: 'Charts', levelBefore: 2, levelAfter: 1 }],
      ['expectation-moved', { skillName: 'Charts', levelBefore: 1, levelAfter: 2 }],
      ['expectation-added', { skillName: 'Boilers', levelBefore: null, levelAfter: 1 }],
      ['expectation-gone', { skillName: 'Ropes', levelBefore: 1, levelAfter: null }],
    ]);
    expect(items[3]?.reach).toEqual({ skillNames: ['Ropes'], roleLevels: [{ roleName: 'Pilot', roleLevelName: 'Junior pilot' }] });
    expect(undecided).toEqual([]);
  });

  it('mark a changed meaning, and let a person judge otherwise', () => {
    const reword = (facts: FrameworkFacts) => void (facts.skills[2]!.levels[0]!.statements = ['Practise ropes number 1 without help on deck.']);
    const result = changed(reword);
    expect(told(result.items)).toEqual(['meaning skill Ropes>Ropes']);
    expect(result.items[0]).toMatchObject({ choices: ['wording', 'meaning'], proposal: 'meaning', detail: { ordinal: 1, linesAfter: ['Awareness: Practise ropes number 1 without help on deck.'] } });
    expect(result.meaningChanged).toEqual(['Ropes']);
    expect(changed(reword, { decide: (items) => [[items[0]!.key, 'wording']] }).meaningChanged).toEqual([]);
    expect(changed(reword, { notes: [note('Edited the statements, with no change in meaning.', 'Ropes')] }).items[0]).toMatchObject({ kind: 'wording', proposal: 'wording' });
  });

  it('tell levels that come to be defined or undefined, with who is expected to hold them', () => {
    const undefine = (facts: FrameworkFacts) => void (facts.skills[3]!.levels[1] = { ordinal: 2, defined: false, statements: [], wordingSource: 'skills-csv', wordingDate: null });
    expect(told(changed(undefine).items)).toEqual(['level-undefined skill Tides>Tides']);
    expect(changed(undefine).items[0]?.reach.roleLevels).toEqual([{ roleName: 'Pilot', roleLevelName: 'Chief pilot' }]);
    const before = ship();
    undefine(before);
    expect(told(planRelease({ base: before, readings: downloadsOf(ship()), changeNotes: [], decisions: new Map() }).items)).toEqual(['level-defined skill Tides>Tides']);
  });

  it('tell grades, order, family and descriptions', () => {
    const { items } = changed((facts) => {
      const role = pilots(facts);
      role.roleLevels = [{ ...role.roleLevels[1]!, seniority: 1, grades: ['SEO', 'G7'] }, { ...role.roleLevels[0]!, seniority: 2, description: 'Learns the river.' }];
      role.familyName = 'Harbour';
      role.description = 'Guides ships.';
      facts.families = ['Deck', 'Harbour'];
      facts.skills[0]!.description = 'Keeping pressure where it belongs.';
    });
    expect(told(items)).toEqual([
      'level-reordered role Pilot>Pilot',
      'grades-changed role-level Chief pilot>Chief pilot',
      'family-changed role Pilot>Pilot',
      'description-repaired role-level Junior pilot>Junior pilot',
      'description-changed skill Boilers>Boilers',
      'description-changed role Pilot>Pilot',
    ]);
    expect(items[0]?.detail).toEqual({ linesBefore: ['Junior pilot', 'Chief pilot'], linesAfter: ['Chief pilot', 'Junior pilot'] });
  });

  it('tell what is new, with its expectations as part of it', () => {
    const { items } = changed((facts) => {
      facts.skills.push(skill('Radio', 'Call the shore.', 'Settle quarrels between stations.'));
      pilots(facts).roleLevels[1]!.expectations.push({ skillName: 'Radio', expectedLevel: 1 });
      pilots(facts).roleLevels.push(level('Harbour master', 3, { Charts: 2, Radio: 2 }));
      facts.roles.push({ ...facts.roles[1]!, name: 'Purser', roleLevels: [level('Purser', 1, { Radio: 1 })] });
    });
    expect(told(items)).toEqual(['new role >Purser', 'new skill >Radio', 'level-added role-level >Harbour master']);
    expect(items[1]?.reach.roleLevels).toEqual([{ roleName: 'Pilot', roleLevelName: 'Chief pilot' }]);
  });
});

describe('what is gone', () => {
  const drop = (facts: FrameworkFacts) => {
    facts.skills = facts.skills.filter(({ name }) => name !== 'Tides');
    const chief = pilots(facts).roleLevels[1]!;
    chief.expectations = chief.expectations.filter(({ skillName }) => skillName !== 'Tides');
    pilots(facts).roleLevels = [chief];
    facts.roles = facts.roles.filter(({ name }) => name !== 'Stoker');
    facts.skills.push(skill('Steam'));
  };

  it('asks, and is left out of the facts whatever is decided', () => {
    const { items, facts, undecided, kept } = changed(drop);
    expect(told(items)).toEqual(['gone role Stoker> ?', 'gone skill Tides> ?', 'level-gone role-level Junior pilot> ?', 'new skill >Steam']);
    expect(undecided).toHaveLength(3);
    expect(facts.skills.map(({ name }) => name)).toEqual(['Boilers', 'Charts', 'Ropes', 'Steam']);
    expect(kept).toEqual([]);
  });

  it('is kept as additions of one\'s own, with what it was under', () => {
    const { kept, facts, undecided } = changed(drop, { decide: decide('keep') });
    expect(undecided).toEqual([]);
    expect(facts.roles.map(({ name }) => name)).toEqual(['Pilot']);
    expect(kept).toMatchObject([
      { kind: 'skill', skill: { name: 'Tides' } },
      { kind: 'role', role: { name: 'Stoker', roleLevels: [{ name: 'Stoker', expectations: [{ skillName: 'Boilers', expectedLevel: 2 }] }] } },
      { kind: 'role-level', roleName: 'Pilot', after: null, roleLevel: { name: 'Junior pilot', grades: ['EO'] } },
      { kind: 'expectation', roleName: 'Pilot', roleLevelName: 'Chief pilot', skillName: 'Tides', expectedLevel: 2, released: null },
    ]);
  });

  it.each<[string, (facts: FrameworkFacts) => MergeReading[], string[]]>([
    ['the role download alone drops roles and role levels', (facts) => downloadsOf(facts).slice(0, 1), ['gone role Stoker> ?', 'level-gone role-level Junior pilot> ?']],
    ['the skill download alone drops nothing', (facts) => downloadsOf(facts).slice(1), []],
    ['a role page drops nothing', (facts) => [{ file: 'pilot.txt', kind: 'role-page', facts: { ...facts, roles: [pilots(facts)] } }], []],
    ['a framework of one\'s own drops all that it does not name', (facts) => [{ file: 'own.csv', kind: 'own-framework', facts }], ['gone role Stoker> ?', 'gone skill Tides> ?', 'level-gone role-level Junior pilot> ?']],
  ])('%s', (_sentence, kind, expected) => {
    const { items } = changed(drop, { kind });
    expect(told(items.filter(({ asks }) => asks))).toEqual(expected);
  });
});

describe('names', () => {
  const rename = (facts: FrameworkFacts) => {
    facts.skills[3] = { ...skill('Tides and currents'), levels: facts.skills[3]!.levels };
    pilots(facts).roleLevels[1]!.expectations[2] = { skillName: 'Tides and currents', expectedLevel: 2 };
  };

  it('are proposed as renamed, carried over, kept here, or taken apart, and the item stays', () => {
    const result = changed(rename);
    expect(told(result.items)).toEqual(['renamed skill Tides>Tides and currents ?', 'wording skill Tides>Tides and currents']);
    expect(result.moves.renamed).toEqual([{ part: 'skill', roleName: null, from: 'Tides', to: 'Tides and currents' }]);
    const kept = changed(rename, { decide: decide('keep-name') });
    expect(kept.moves.renamed).toEqual([]);
    expect(pilots(kept.facts).roleLevels[1]?.expectations.map(({ skillName }) => skillName)).toEqual(['Charts', 'Ropes', 'Tides']);
    const apart = changed(rename, { decide: decide('separate') });
    expect(told(apart.items)).toEqual(['renamed skill Tides>Tides and currents ?', 'gone skill Tides> ?', 'new skill >Tides and currents']);
    expect(apart.items[0]?.key).toBe(result.items[0]?.key);
    expect(apart.undecided).toEqual([apart.items[1]?.key]);
  });

  it('of roles carry grades and order to the role levels that keep theirs', () => {
    const { items, facts, moves } = changed((next) => {
      pilots(next).name = 'River pilot';
      next.roles[0]!.roleLevels = next.roles[0]!.roleLevels.map((one) => ({ ...one, seniority: null, grades: null }));
    });
    expect(told(items)).toEqual(['renamed role Pilot>River pilot ?']);
    expect(moves.renamed).toEqual([{ part: 'role', roleName: null, from: 'Pilot', to: 'River pilot' }]);
    expect(facts.roles[0]?.roleLevels.map(({ name, seniority, grades }) => [name, seniority, grades])).toEqual([['Junior pilot', 1, ['EO']], ['Chief pilot', 2, ['SEO']]]);
  });

  it('that went into a new one: levels of all count, or those of the first, or none, or it is no merger', () => {
    const merge = (facts: FrameworkFacts) => {
      facts.skills = [...facts.skills.filter(({ name }) => name !== 'Ropes' && name !== 'Tides'), skill('Seamanship', 'Tie what moves.', 'Read the water.')];
      pilots(facts).roleLevels = [level('Junior pilot', 1, { Charts: 1, Seamanship: 1 }), level('Chief pilot', 2, { Charts: 2, Seamanship: 2 })];
    };
    const notes = [note('The skills "Ropes" and "Tides" were merged into "Seamanship".', 'Seamanship')];
    const proposed = changed(merge, { notes });
    const [first = '', second = ''] = proposed.items[0]?.before ?? [];
    expect([first, second].sort()).toEqual(['Ropes', 'Tides']);
    expect(told(proposed.items)).toEqual([`merged skill ${first}+${second}>Seamanship ?`]);
    expect(proposed.items[0]).toMatchObject({ proposal: 'carry-all', choices: ['carry-all', 'carry-first', 'start-anew', 'separate'] });
    expect(proposed.moves).toEqual({ renamed: [], succeeded: [{ from: first, to: 'Seamanship' }, { from: second, to: 'Seamanship' }] });
    const by = (choice: ReleaseChoice) => changed(merge, { notes, decide: decide(choice) });
    expect(by('carry-first').moves).toEqual({ renamed: [{ part: 'skill', roleName: null, from: first, to: 'Seamanship' }], succeeded: [] });
    expect(by('start-anew').moves).toEqual({ renamed: [], succeeded: [] });
    expect(told(by('start-anew').items)).toHaveLength(1);
    expect(told(by('separate').items).slice(1)).toEqual(['gone skill Ropes> ?', 'gone skill Tides> ?', 'new skill >Seamanship']);
  });

  it('that fell apart: what was recorded counts for each part', () => {
    const split = (facts: FrameworkFacts) => {
      facts.skills = [...facts.skills.filter(({ name }) => name !== 'Charts'), skill('Chart drawing', 'Draw a coast.', 'Draw a sea.'), skill('Chart reading', 'Find a harbour.', 'Plot a course.')];
      pilots(facts).roleLevels = [level('Junior pilot', 1, { 'Chart drawing': 1, 'Chart reading': 1, Ropes: 1 }), level('Chief pilot', 2, { 'Chart drawing': 2, 'Chart reading': 2, Ropes: 1, Tides: 2 })];
    };
    const notes = [note('The skill "Charts" was split into "Chart drawing" and "Chart reading".', 'Charts')];
    const { items, moves } = changed(split, { notes });
    expect(items.map(({ kind, before, after, proposal }) => [kind, before, [...after].sort(), proposal])).toEqual([['split', ['Charts'], ['Chart drawing', 'Chart reading'], 'carry-all']]);
    expect(moves.succeeded.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual(['Charts > Chart drawing', 'Charts > Chart reading']);
    expect(changed(split, { notes, decide: decide('start-anew') }).moves.succeeded).toEqual([]);
  });
});

describe('a plan', () => {
  it('of a first import has no items', () => {
    expect(planRelease({ base: null, readings: downloadsOf(ship()), changeNotes: [], decisions: new Map() })).toMatchObject({ items: [], undecided: [], kept: [], refusals: [] });
  });

  it('of documents that contradict each other, or use another scale, refuses and leaves the adopted version', () => {
    const other = ship();
    pilots(other).roleLevels[0]!.expectations[0]!.expectedLevel = 2;
    const contradicting = [...downloadsOf(ship()), { file: 'pilot.txt', kind: 'role-page' as const, facts: other }];
    const refused = planRelease({ base: ship(), readings: contradicting, changeNotes: [], decisions: new Map() });
    expect(refused.refusals.length).toBeGreaterThan(0);
    expect(refused).toMatchObject({ items: [], undecided: [], facts: ship() });
    const scaled = downloadsOf({ ...ship(), scale: [{ ordinal: 1, name: 'Any' }] });
    expect(planRelease({ base: ship(), readings: scaled, changeNotes: [], decisions: new Map() }).refusals[0]?.message).toMatch(/different frameworks/);
  });

  it('leaves decisions aside that an item does not offer', () => {
    const drop = (facts: FrameworkFacts) => void (facts.roles = facts.roles.slice(0, 1));
    const { undecided, items } = changed(drop, { decide: decide('keep-name') });
    expect(undecided).toEqual([items[0]?.key]);
  });

  it('notices nothing twice: what is an item is no notice', () => {
    const { notices } = changed((facts) => void (facts.roles = facts.roles.slice(0, 1)));
    expect(notices.filter(({ kind }) => kind === 'kept-absent')).toEqual([]);
  });
});
