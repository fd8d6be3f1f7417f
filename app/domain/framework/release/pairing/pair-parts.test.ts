import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChangeNote, FrameworkFacts, RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';
import { pairParts } from './pair-parts.ts';

const skill = (name: string, ...lines: string[]): SkillFacts => ({
  name,
  description: null,
  levels: lines.map((line, index) => ({ ordinal: index + 1, defined: true, statements: line.split(' / '), wordingSource: 'skills-csv', wordingDate: null })),
});
const role = (name: string, roleLevels: Record<string, Record<string, number>>): RoleFacts => ({
  familyName: 'Harbour',
  name,
  description: null,
  roleLevels: Object.entries(roleLevels).map(([levelName, expected], index) => ({
    name: levelName,
    description: null,
    seniority: index + 1,
    grades: null,
    expectations: Object.entries(expected).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
  })),
});
const facts = (skills: SkillFacts[], roles: RoleFacts[] = []): FrameworkFacts => ({ scale: officialScale.map((step) => ({ ...step })), families: ['Harbour'], roles, skills });
const note = (text: string, page = 'Homepage'): ChangeNote => ({ date: '2025-12-04', page, note: text });

function pair(before: FrameworkFacts, after: FrameworkFacts, notes: ChangeNote[] = []) {
  const absent = (had: { name: string }[], has: { name: string }[]) => had.filter(({ name }) => !has.some((other) => nameKey(other.name) === nameKey(name))).map(({ name }) => name);
  return pairParts({ before, after, notes, absentSkills: absent(before.skills, after.skills), absentRoles: absent(before.roles, after.roles) });
}
const told = (pairing: ReturnType<typeof pair>) => ({
  proposals: pairing.proposals.map(({ kind, part, before, after }) => `${kind} ${part} ${before.join(' + ')} -> ${after.join(' + ')}`),
  gone: pairing.gone.map(({ part, name }) => `${part} ${name}`),
  fresh: pairing.fresh.map(({ part, name }) => `${part} ${name}`),
});

const knots = ['tie the common knots / coil a wet rope', 'splice a hawser unaided / teach apprentices to splice', 'rig a crane for heavy cargo'];
const tides = ['read a printed tide table / name the moon phases', 'forecast a surge from pressure charts', 'calibrate gauges along the estuary'];
const lamps = ['trim wicks and fill oil', 'polish lenses until they gleam / log every outage', 'design beams for fog'];
const boats = ['bail out a dinghy', 'caulk planks with tar / step a mast', 'survey a hull before sale'];
const keeper = (expected: Record<string, number>) => role('Keeper', { 'Junior keeper': expected, 'Senior keeper': Object.fromEntries(Object.entries(expected).map(([name, level]) => [name, level + 1])) });

describe('a renamed skill', () => {
  const before = facts([skill('Knots', ...knots), skill('Tides', ...tides)], [keeper({ Knots: 1, Tides: 2 })]);

  it('is found by its wording and its role levels, whatever it is called now', () => {
    const pairing = pair(before, facts([skill('Cordage', ...knots), skill('Tides', ...tides)], [keeper({ Cordage: 1, Tides: 2 })]));
    expect(told(pairing)).toEqual({ proposals: ['renamed skill Knots -> Cordage'], gone: [], fresh: [] });
    expect(pairing.proposals[0]?.confidence).toBeGreaterThanOrEqual(0.7);
    expect(pairing.proposals[0]?.evidence).toEqual(['No change note says so.', 'The names have nothing in common.', 'All 5 lines of wording are the same.', 'The same 2 role levels expect both, at the same levels.']);
  });

  it('is found where its wording was edited and an expectation moved', () => {
    const edited = ['tie all common knots / coil a wet rope', 'splice a hawser without help / teach apprentices splicing', 'rig any crane for heavy cargo'];
    const pairing = pair(before, facts([skill('Knots and splices', ...edited), skill('Tides', ...tides)], [keeper({ 'Knots and splices': 2, Tides: 2 })]));
    expect(told(pairing).proposals).toEqual(['renamed skill Knots -> Knots and splices']);
  });

  it('is surer with a change note, which is told by date and page', () => {
    const after = facts([skill('Cordage', ...knots), skill('Tides', ...tides)], [keeper({ Cordage: 1, Tides: 2 })]);
    const [proposal] = pair(before, after, [note("The 'knots' skill has been renamed 'cordage'.", 'Keeper')]).proposals;
    expect(proposal?.confidence).toBeGreaterThanOrEqual(0.95);
    expect(proposal?.evidence[0]).toBe('The change note of 4 December 2025 on "Keeper" says so.');
  });

  it('is followed through the notes of releases that were skipped', () => {
    const notes = [{ ...note("'Ropes' was renamed 'Cordage'."), date: '2025-06-01' }, { ...note("'Knots' was renamed 'Ropes'."), date: '2024-06-01' }];
    expect(told(pair(before, facts([skill('Cordage'), skill('Tides', ...tides)]), notes)).proposals).toEqual(['renamed skill Knots -> Cordage']);
  });

  it('is found without wording by name and role levels, and never surer than 0.8', () => {
    const bare = facts([skill('service reporting'), skill('Tides')], [keeper({ 'service reporting': 1, Tides: 2 })]);
    const [proposal, ...others] = pair(bare, facts([skill('IT service reporting'), skill('Tides')], [keeper({ 'IT service reporting': 1, Tides: 2 })])).proposals;
    expect(proposal).toMatchObject({ kind: 'renamed', before: ['service reporting'], after: ['IT service reporting'] });
    expect(proposal?.confidence).toBeLessThanOrEqual(0.8);
    expect(others).toEqual([]);
  });

  it('is barely proposed where a note says so and everything else speaks against it', () => {
    const after = facts([skill('Ledgers', ...boats), skill('Tides', ...tides)], [keeper({ Tides: 2 })]);
    expect(pair(before, after, [note("'Knots' has been renamed 'Ledgers'.")]).proposals.map(({ confidence }) => confidence)).toEqual([0.6]);
  });

  it('keeps our own summaries from speaking against it', () => {
    const ours = (one: SkillFacts): SkillFacts => ({ ...one, levels: one.levels.map((level) => ({ ...level, wordingSource: 'ours' })) });
    const summarised = facts([ours(skill('Harbour knots', ...lamps)), skill('Tides', ...tides)], [keeper({ 'Harbour knots': 1, Tides: 2 })]);
    expect(told(pair(summarised, facts([skill('Advanced harbour knots', ...knots), skill('Tides', ...tides)], [keeper({ 'Advanced harbour knots': 1, Tides: 2 })]))).proposals).toHaveLength(1);
  });

  it('is no item where the spelling alone differs, and is told as respelled', () => {
    const pairing = pair(facts([skill('Test, learn & iterate', ...knots), skill('C'), skill('C++')]), facts([skill('Test learn and iterate', ...knots), skill('C'), skill('C#')]));
    expect(pairing.respelled).toEqual([{ part: 'skill', roleBefore: null, roleAfter: null, before: 'Test, learn & iterate', after: 'Test learn and iterate' }]);
    expect(told(pairing)).toEqual({ proposals: [], gone: ['skill C++'], fresh: ['skill C#'] });
  });
});

describe('a false friend', () => {
  it('with another wording and other role levels is new and gone, with the reason', () => {
    const roles = (one: string, other: string) => [role('Keeper', { Keeper: { Tides: 1, [one]: 2 } }), role('Pilot', { Pilot: { Tides: 1, [other]: 2 } })];
    const before = facts([skill('Harbour watch', ...knots), skill('Tides', ...tides)], roles('Harbour watch', 'Tides'));
    const after = facts([skill('Harbour watches', ...boats), skill('Tides', ...tides)], roles('Tides', 'Harbour watches'));
    const pairing = pair(before, after);
    expect(told(pairing)).toEqual({ proposals: [], gone: ['skill Harbour watch'], fresh: ['skill Harbour watches'] });
    expect(pairing.gone[0]?.evidence).toEqual(expect.arrayContaining(['Not taken for "Harbour watches", which comes nearest.', 'The wording is another.', 'No role level that expected the one expects the other.']));
    expect(pairing.fresh[0]?.evidence).toContain('Not taken for "Harbour watch", which comes nearest.');
  });

  it('without wording shares role levels and nothing of its name', () => {
    expect(told(pair(facts([skill('Knots')], [keeper({ Knots: 1 })]), facts([skill('Oars')], [keeper({ Oars: 1 })])))).toEqual({ proposals: [], gone: ['skill Knots'], fresh: ['skill Oars'] });
  });
});

describe('a careless search-and-replace', () => {
  const swap = (text: string) => text.replaceAll('vessel', 'craft');
  const words = [skill('Vessel care', 'clean a vessel / dry the deck', 'mend a vessel at sea', 'know each vessel by sight'), skill('Mooring', 'warp a vessel to the quay', 'slip the anchor'), skill('Pilotage', 'guide a vessel over the bar', 'mark channels'), skill('Tides', ...tides)];
  const after = facts(words.map((one) => ({ ...one, name: swap(one.name.toLowerCase()), levels: one.levels.map((level) => ({ ...level, statements: level.statements.map(swap) })) })), [keeper({ 'craft care': 1, Tides: 2 })]);
  const before = facts(words, [keeper({ 'Vessel care': 1, Tides: 2 })]);

  it('is told as that, and as no rename', () => {
    const pairing = pair(before, after);
    expect(told(pairing)).toEqual({ proposals: ['word-replaced skill Vessel care -> craft care'], gone: [], fresh: [] });
    expect(pairing.replacedWords).toEqual([{ from: 'vessel', to: 'craft', places: 3 }]);
    expect(pairing.proposals[0]?.replaced).toEqual(pairing.replacedWords[0]);
    expect(pairing.proposals[0]?.evidence[0]).toContain('in 3 skills and roles');
  });

  it('is a rename where a change note says so', () => {
    expect(told(pair(before, after, [note('Vessel care has been renamed craft care.')])).proposals).toEqual(['renamed skill Vessel care -> craft care']);
  });

  it('is a rename where only other skills\' references to its name went with it', () => {
    const refer = (name: string) => facts([skill(name, ...knots), ...['Mooring', 'Pilotage', 'Signals'].map((other, index) => skill(other, `use ${name.toLowerCase()} for task ${index}`, lamps[index] ?? '')), skill('Tides', ...tides)]);
    const pairing = pair(refer('Vessel care'), refer('Craft care'));
    expect(told(pairing).proposals).toEqual(['renamed skill Vessel care -> Craft care']);
  });

  it('in texts alone is told with its places, but not where a word says how much is expected', () => {
    const three = (change: (text: string) => string) => facts([skill('A', change('may steer a vessel')), skill('B', change('may moor a vessel')), skill('C', change('may sell a vessel'))]);
    expect(pair(three((text) => text), three(swap)).replacedWords).toEqual([{ from: 'vessel', to: 'craft', places: 3 }]);
    expect(pair(three((text) => text), three((text) => text.replace('may', 'must'))).replacedWords).toEqual([]);
    expect(pair(facts([skill('A', 'steer a vessel')]), facts([skill('A', 'steer a craft')])).replacedWords).toEqual([]);
  });
});

describe('mergers and splits', () => {
  const data = role('Clerk', { Clerk: { 'problem management (data)': 2, Tides: 1 }, 'Head clerk': { 'problem management (data)': 3, Tides: 2 } });
  const merged = role('Clerk', { Clerk: { 'problem management': 2, Tides: 1 }, 'Head clerk': { 'problem management': 3, Tides: 2 } });

  it('into a skill that stays are found by a change note', () => {
    const [before, after] = [facts([skill('problem resolution (data)', ...knots), skill('problem management', ...lamps), skill('Tides', ...tides)]), facts([skill('problem management', ...lamps), skill('Tides', ...tides)])];
    const pairing = pair(before, after, [note("The skill 'problem resolution (data)' has been merged into 'problem management'.")]);
    expect(told(pairing)).toEqual({ proposals: ['merged skill problem management + problem resolution (data) -> problem management'], gone: [], fresh: [] });
    expect(pairing.proposals[0]?.confidence).toBe(0.95);
    expect(told(pair(before, after))).toEqual({ proposals: [], gone: ['skill problem resolution (data)'], fresh: [] });
  });

  it('into a skill that stays are found without note and wording by name and the role levels that went over', () => {
    const pairing = pair(facts([skill('problem management (data)'), skill('problem management'), skill('Tides')], [data]), facts([skill('problem management'), skill('Tides')], [merged]));
    expect(told(pairing).proposals).toEqual(['merged skill problem management + problem management (data) -> problem management']);
    expect(pairing.proposals[0]?.confidence).toBeLessThanOrEqual(0.7);
  });

  it('of two skills into a new one are found by their wording, and the other way round a split', () => {
    const both = knots.map((line, index) => `${line} / ${boats[index]}`);
    const [two, one] = [facts([skill('Rope and knot work', ...knots), skill('Boat work', ...boats), skill('Tides', ...tides)]), facts([skill('Rope and boat work', ...both), skill('Tides', ...tides)])];
    expect(told(pair(two, one))).toEqual({ proposals: ['merged skill Boat work + Rope and knot work -> Rope and boat work'], gone: [], fresh: [] });
    expect(told(pair(one, two))).toEqual({ proposals: ['split skill Rope and boat work -> Boat work + Rope and knot work'], gone: [], fresh: [] });
  });

  it('of a skill that stays is a split where a note says so', () => {
    const pairing = pair(facts([skill('Boats', ...boats)]), facts([skill('Boats', ...boats), skill('Oars', ...lamps)]), [note("The skill 'Boats' has been split into 'Boats' and 'Oars'.")]);
    expect(told(pairing)).toEqual({ proposals: ['split skill Boats -> Boats + Oars'], gone: [], fresh: [] });
  });
});

describe('roles and role levels', () => {
  const skills = [skill('Tides', ...tides), skill('Knots', ...knots), skill('Lamps', ...lamps), skill('Boats', ...boats)];

  it('are renamed together, with the names of their levels', () => {
    const [had, has] = [['Keeper', 'Major keeper'], ['Warden', 'Major warden']].map(([first = '', second = '']) => role(first, { [first]: { Tides: 1, Knots: 2 }, [second]: { Tides: 2, Knots: 3, Lamps: 1 } }));
    const pairing = pair(facts(skills, had === undefined ? [] : [had]), facts(skills, has === undefined ? [] : [has]));
    expect(told(pairing)).toEqual({ proposals: ['renamed role Keeper -> Warden', 'renamed role-level Keeper -> Warden', 'renamed role-level Major keeper -> Major warden'], gone: [], fresh: [] });
    expect(pairing.proposals[1]).toMatchObject({ roleBefore: 'Keeper', roleAfter: 'Warden' });
  });

  it('are judged by skills under their new names, and skills by role levels under theirs', () => {
    const others = { Tides: 2, Lamps: 1, Boats: 3 };
    const before = facts([skill('service reporting'), ...skills], [role('Keeper', { 'Junior keeper': { 'service reporting': 1, ...others } })]);
    const after = facts([skill('IT service reporting'), ...skills], [role('Quay keeper', { 'Junior quay keeper': { 'IT service reporting': 1, ...others } })]);
    expect(told(pair(before, after)).proposals).toEqual(['renamed skill service reporting -> IT service reporting', 'renamed role Keeper -> Quay keeper', 'renamed role-level Junior keeper -> Junior quay keeper']);
  });

  it('have a level added that is new and no rename', () => {
    const levels = { Keeper: { Tides: 2, Knots: 2 }, 'Senior keeper': { Tides: 3, Knots: 3 } };
    const pairing = pair(facts(skills, [role('Keeper', levels)]), facts(skills, [role('Keeper', { 'Keeper analyst': { Tides: 1 }, ...levels })]));
    expect(told(pairing)).toEqual({ proposals: [], gone: [], fresh: ['role-level Keeper analyst'] });
    expect(pairing.fresh[0]?.roleName).toBe('Keeper');
  });

  it('are not the same where another rank takes the place of one', () => {
    const pairing = pair(facts(skills, [role('Keeper', { 'Senior keeper': { Tides: 2, Knots: 2, Lamps: 1 } })]), facts(skills, [role('Keeper', { 'Lead keeper': { Tides: 3, Knots: 3, Boats: 1 } })]));
    expect(told(pairing)).toEqual({ proposals: [], gone: ['role-level Senior keeper'], fresh: ['role-level Lead keeper'] });
  });

  it('change nothing where grades are corrected only', () => {
    const graded = (grades: string[]) => facts(skills, [{ ...keeper({ Tides: 1 }), roleLevels: keeper({ Tides: 1 }).roleLevels.map((level) => ({ ...level, grades })) }]);
    expect(told(pair(graded(['AO']), graded(['EO', 'HEO'])))).toEqual({ proposals: [], gone: [], fresh: [] });
  });

  it('of which a release says nothing are neither gone nor paired', () => {
    const pairing = pairParts({ before: facts(skills, [keeper({ Tides: 1 })]), after: facts([skill('Cordage', ...knots)]), notes: [], absentSkills: [], absentRoles: [] });
    expect(told(pairing)).toEqual({ proposals: [], gone: [], fresh: ['skill Cordage'] });
  });
});

const official = new URL('../../../../../../shared/framework/', import.meta.url);

describe.each(existsSync(official) ? [official] : [])('the official skills and roles', (folder) => {
  const rows = (file: string): string[][] => parse(readFileSync(new URL(file, folder), 'utf8'), { bom: true });
  const [roles, skills] = [readRolesCsv(rows('roles.csv'), 'roles.csv'), readSkillsCsv(rows('skills.csv'), 'skills.csv')];
  if (!roles.ok || !skills.ok) throw new Error('The official files are refused.');
  const half = <Thing>(things: readonly Thing[], rest: number) => things.filter((_, index) => index % 2 === rest);

  it.each([true, false])('are not taken for each other where one half goes and the other comes (with wording: %s)', (hasWording) => {
    const skillsOf = (rest: number) => half(skills.facts.skills, rest).map((one) => (hasWording ? one : skill(one.name)));
    const pairing = pair(facts(skillsOf(0), roles.facts.roles), facts(skillsOf(1), roles.facts.roles));
    // Two official skills of one name, told apart by what stands in brackets, have the same wording throughout.
    expect(told(pairing).proposals.filter((said) => !said.includes('Stakeholder relationship management ('))).toEqual([]);
  });

  it('hold no role that would pass for another', () => {
    expect(told(pair(facts(skills.facts.skills, half(roles.facts.roles, 0)), facts(skills.facts.skills, half(roles.facts.roles, 1)))).proposals).toEqual([]);
  });
});
