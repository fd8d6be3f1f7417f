import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJobDescription } from '#app/domain/framework/reading/pages/read-job-description.ts';
import { readRolesCsv } from './read-roles-csv.ts';
import { readSkillsCsv } from './read-skills-csv.ts';

const header = ['Role Family', 'Role', 'Role Description', 'Role Level', 'Role Level Description', 'Skill Name', 'Skill Description', 'Skill Level', 'Skill Level Description'];
const record = ['Sea', 'Keeper', 'Keeps.', 'Lead keeper', 'Leads.', 'Rope work', 'Ropes.', 'Working', 'You can:\n- splice'];

function accepted<Reading extends { ok: boolean }>(reading: Reading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading as Extract<Reading, { ok: true }>;
}

describe('roles.csv', () => {
  it('is read by the names of its columns, in any order and case, and says which columns it does not read', () => {
    const straight = accepted(readRolesCsv([header, record], 'roles.csv'));
    fc.assert(
      fc.property(fc.shuffledSubarray([...header.keys()], { minLength: header.length }), (order) => {
        const shuffled = [header, record].map((row, at) => [...order.map((index) => (at === 0 ? ` ${row[index]?.toUpperCase()}\u200b` : (row[index] ?? ''))), at === 0 ? 'Colour' : 'red']);
        const reading = accepted(readRolesCsv(shuffled, 'roles.csv'));
        expect(reading.facts).toEqual(straight.facts);
        expect(reading.notices.map((notice) => notice.message)).toEqual(['Columns that are not read: Colour.']);
      }),
    );
  });

  it('takes level words in any case, and NOT IN USE for no level', () => {
    const rows = [header, record.with(7, ' wORKING'), record.with(5, 'Tides').with(7, 'EXPERT'), record.with(1, 'Chief').with(3, 'NOT IN USE').with(5, 'Strategy').with(7, 'not in use').with(8, 'NOT IN USE')];
    const { facts, notices } = accepted(readRolesCsv(rows, 'roles.csv'));
    expect(facts.roles.map((role) => [role.name, role.roleLevels.length])).toEqual([['Chief', 0], ['Keeper', 1]]);
    expect(facts.roles[1]?.roleLevels[0]?.expectations.map((expectation) => expectation.expectedLevel)).toEqual([2, 4]);
    expect(facts.skills.find((skill) => skill.name === 'Strategy')?.levels).toEqual([]);
    expect(notices.filter((notice) => notice.kind === 'no-such-level').map((notice) => notice.row)).toEqual([4]);
  });

  it('treats names that objects have by nature as plain names', () => {
    const rows = [header, record.with(1, '__proto__').with(3, 'constructor').with(5, 'toString')];
    const { facts } = accepted(readRolesCsv(rows, 'roles.csv'));
    expect(facts.roles[0]).toMatchObject({ name: '__proto__', roleLevels: [{ name: 'constructor', expectations: [{ skillName: 'toString', expectedLevel: 2 }] }] });
  });

  it('notices a repeated row once, and other wording of one level inside the file', () => {
    const rows = [header, record, record, record.with(3, 'Keeper').with(8, 'You can:\n- knot')];
    const { notices, facts } = accepted(readRolesCsv(rows, 'roles.csv'));
    expect(notices.map((notice) => [notice.kind, notice.row])).toEqual([['duplicate-row', 3], ['wording-conflict', 4]]);
    expect(facts.skills[0]?.levels[0]).toMatchObject({ statements: ['splice'], wordingSource: 'roles-csv' });
  });
});

describe('skills.csv', () => {
  it('tells defined, undefined and empty levels apart', () => {
    const rows = [['Skill Name', 'Skill Description', 'Awareness', 'Working', 'Practitioner', 'Expert'], ['Rope work', '', 'You can:\n- tie', 'You can splice', 'Not yet defined', '']];
    const { facts, notices } = accepted(readSkillsCsv(rows, 'skills.csv'));
    expect(facts.skills[0]).toMatchObject({
      description: null,
      levels: [
        { ordinal: 1, defined: true, statements: ['tie'] },
        { ordinal: 2, defined: true, statements: ['splice'] },
        { ordinal: 3, defined: false, statements: [], wordingSource: 'skills-csv' },
      ],
    });
    expect(notices.map((notice) => notice.kind)).toEqual(['missing-description', 'undefined-level', 'kept-absent']);
  });
});

describe('a job description', () => {
  const text = 'POST TITLE: Head of IT SERVICE\nPAYBAND: [band]\n\n# Person specification\n\n## Oil\n\n### Essential criteria:\n\n- pour\n- store\n\n### Desirable criteria\n\n- refine\n\n## About us\n\nWe are a harbour.\n';

  it('on the same template, with other depth, bullets and number of areas, is read', () => {
    for (const variant of [text, text.replace(/^#/gm, '##'), text.replace(/^- /gm, '* '), text.replace(/\n/g, '\r\n'), text.replace(/^#+ /gm, '').replace(/About us[^]*/, '')]) {
      const { facts } = accepted(readJobDescription(variant, 'job.md'));
      expect(facts.scale.map((step) => step.name)).toEqual(['Essential', 'Desirable']);
      expect(facts.roles[0]?.roleLevels).toEqual([{ name: 'Head of IT SERVICE', description: null, seniority: 1, grades: null, expectations: [{ skillName: 'Oil', expectedLevel: 1 }] }]);
      expect(facts.skills.map((skill) => skill.levels.map((level) => level.statements))).toEqual([[['pour', 'store'], ['refine']]]);
    }
  });

  it.each([
    ['Senior Service Manager', 'Senior service manager'],
    ['IT SERVICE MANAGER', 'IT service manager'],
    ['Head of DevOps', 'Head of DevOps'],
  ])('for the post %j makes the role %j', (title, role) => {
    expect(accepted(readJobDescription(text.replace('Head of IT SERVICE', title), 'job.md')).facts.roles[0]?.name).toBe(role);
  });
});
