import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import { readRolePage } from './read-role-page.ts';

const page = readFileSync(new URL('../../../../../tests/fixtures/framework/harbour-keeper.txt', import.meta.url), 'utf8');

function read(text: string) {
  const reading = readRolePage(text, 'page.txt');
  if (!reading.ok) throw new Error(reading.refusals.map((refusal) => refusal.message).join('\n'));
  return reading;
}

const skill = (name: string, level: string, ...statements: string[]) => `${name}\n\nLevel: ${level}\n\nYou can:\n\n${statements.map((statement) => `  • ${statement}\n`).join('')}\n`;

describe('a role page', () => {
  it('gives the role, its levels in order, grades, expected levels, wording and date', () => {
    const { facts } = read(page);
    const [role] = facts.roles;
    expect(role).toMatchObject({ name: 'Harbour keeper', familyName: null, description: 'Harbour keepers look after the quay and whoever ties up at it.' });
    expect(role?.roleLevels.map((level) => [level.seniority, level.name, level.grades])).toEqual([
      [1, 'Associate harbour keeper', ['AO', 'EO']],
      [2, 'Harbour keeper', ['EO', 'HEO']],
      [3, 'Lead harbour keeper', ['G7', 'SCS1']],
    ]);
    expect(role?.roleLevels[1]?.description).toBe('Does the work.\n\nAt this role level, you will:\n- keep a calm quay\n- help new colleagues');
    expect(facts.skills.find((entry) => entry.name === 'Rope work')?.levels[0]).toEqual({
      ordinal: 1,
      defined: true,
      statements: ['tie the common knots', 'keep ropes dry and coiled'],
      wordingSource: 'role-page',
      wordingDate: '2024-03-03',
    });
  });

  const everything = JSON.stringify(read(page).facts);
  it.each<[string, (text: string) => string]>([
    ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['with a byte-order mark', (text) => `\ufeff${text}`],
    ['with hyphens for bullets', (text) => text.replace(/^ *• /gm, '- ')],
    ['with asterisks for bullets', (text) => text.replace(/^ *• /gm, '* ')],
    ['with tabs after bullets', (text) => text.replace(/^ *• /gm, '\t•\t')],
    ['with no-break spaces', (text) => text.replace(/ /g, '\u00a0')],
    ['without blank lines', (text) => text.replace(/\n\n+/g, '\n')],
    ['without the numbers of its headings', (text) => text.replace(/^\d\. /gm, '')],
    ['without numbers and blank lines', (text) => text.replace(/^\d\. /gm, '').replace(/\n\n+/g, '\n')],
    ['with Markdown headings', (text) => text.replace(/^(\d)\. /gm, '### $1\\. ').replace(/^Level:/gm, '**Level:**')],
    ['with "Skill level: Working"', (text) => text.replace(/^Level: (\w)/gm, (_, first: string) => `Skill level: ${first.toUpperCase()}`)],
    ['with its table parted by tabs', (text) => text.replace(/^Skill Description/gm, 'Skill\tDescription').replace(/\n\nLevel:/g, '\tLevel:')],
    ['with the level in brackets after the skill', (text) => text.replace(/\n\n(Level: \w+)$/gm, ' ($1)')],
    ['without the sentence about ascending levels', (text) => text.replace(/^.* ascending skill levels\n/gm, '')],
    ['without table heads', (text) => text.replace(/^Skill Description\n/gm, '')],
    ['without the shared skills', (text) => text.replace(/^Role Shared skills[^]*?(?=^Updates)/m, '')],
    ['with a contents list', (text) => text.replace(/^What a/m, 'Contents\n\n1. Associate harbour keeper\n2. Harbour keeper\n3. Lead harbour keeper\n\nWhat a')],
    ['with a footer', (text) => `${text}\nIs this page useful?\n\nYes\n\nNo\n\n© Crown copyright`],
  ])('reads the same %s', (_what, change) => expect(JSON.stringify(read(change(page)).facts)).toBe(everything));

  it('with one level only, no grades, no responsibilities and no updates is read', () => {
    const { facts, notices } = read(`Bell ringer\n\nWhat a bell ringer does\n\nRings.\n\nBell ringer role level\n\nThere is 1 bell ringer role level.\n\n1. Bell ringer\n\nRings bells.\n\nSkill Description\n\n${skill('Ringing', 'expert', 'ring')}`);
    expect(facts.roles[0]?.roleLevels).toEqual([{ name: 'Bell ringer', description: 'Rings bells.', seniority: 1, grades: null, expectations: [{ skillName: 'Ringing', expectedLevel: 4 }] }]);
    expect(facts.skills[0]?.levels[0]?.wordingDate).toBeNull();
    expect(notices).toEqual([]);
  });

  it('reads as many levels as it holds, and skills that are not defined or hold one sentence', () => {
    const levels = Array.from({ length: 7 }, (_, index) => `${index + 1}. Ringer ${'I'.repeat(index + 1)}\n\nSkill Description\n\n${skill('Ringing', 'working', 'ring')}`).join('');
    const odd = 'Climbing\n\nLevel: expert\n\nThis skill level is currently not defined.\n\nOil: lamps\n\nLevel: awareness\n\nYou can fill a lamp.\n';
    const { facts, notices } = read(`Bell ringer role levels\n\n${levels}${odd}`);
    expect(facts.roles[0]?.roleLevels).toHaveLength(7);
    expect(countFacts(facts)).toMatchObject({ expectations: 9, undefinedLevels: 1, skills: 3 });
    expect(facts.skills.find((entry) => entry.name === 'Oil: lamps')?.levels[0]?.statements).toEqual(['fill a lamp.']);
    expect(notices.map((notice) => notice.kind)).toEqual(['undefined-level']);
  });

  it('notices what it does not understand: a grade, a count that differs, a shared skill that is none, other wording', () => {
    const text = page
      .replace('AO (Administrative Officer)', 'Band Q (Quartermaster)')
      .replace('There are 3', 'There are 4')
      .replace('Calm under pressure\n\nCharts, logs and records\n\nReading tides\n\nKite', 'Calm under pressure\n\nCannon fire\n\nReading tides\n\nKite');
    const said = read(text).notices.map((notice) => notice.message).join('\n');
    expect(said).toContain('"Band Q (Quartermaster)" is no known civil service grade');
    expect(said).toContain('announces 4 role levels and holds 3');
    expect(said).toContain('"Cannon fire", which no role level of this page expects');
  });
});
