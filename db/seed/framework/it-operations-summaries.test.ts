import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface SkillSummary {
  name: string;
  description: string;
  levels: Record<string, string[]>;
}

const SKILL_NAMES = [
  'Asset and configuration management',
  'Availability and capacity management',
  'Business analysis (IT operations)',
  'Change management',
  'Coding and scripting',
  'Community collaboration',
  'Continual service improvement',
  'Continuity management',
  'Customer service management',
  'Incident management',
  'Information security',
  'IT infrastructure',
  'IT service reporting',
  'Modern development standards',
  'Ownership and initiative',
  'Problem management',
  'Service focus',
  'Service management framework knowledge',
  'Stakeholder relationship management (IT operations)',
  'Strategic thinking',
  'Systems design',
  'Systems integration',
  'Technical specialism',
  'Technical understanding',
  'Testing',
  'Troubleshooting and problem resolution',
  'User focus',
];

/** The levels that the framework leaves undefined; every other skill has all four. */
const UNDEFINED_LEVELS: Record<string, string[]> = {
  'Coding and scripting': ['3', '4'],
  'Continual service improvement': ['4'],
  'Continuity management': ['3', '4'],
  'Incident management': ['4'],
  'Ownership and initiative': ['4'],
};

const summaries: { origin: string; skills: SkillSummary[] } = JSON.parse(
  readFileSync(new URL('./it-operations-summaries.json', import.meta.url), 'utf8'),
);
const skills = summaries.skills;
const levels = skills.flatMap((skill) =>
  Object.entries(skill.levels).map(([ordinal, statements]) => ({ skill: skill.name, ordinal, statements })),
);
const statements = levels.flatMap((entry) => entry.statements);

function wordCount(text: string): number {
  return text.split(' ').length;
}

describe('the summaries of the IT operations skills', () => {
  it('are marked as our own wording', () => {
    expect(summaries.origin).toBe('ours');
  });

  it('cover the 27 skills by their exact names, each once', () => {
    expect(skills.map((skill) => skill.name)).toEqual(SKILL_NAMES);
    expect(SKILL_NAMES).toHaveLength(27);
  });

  it.each(skills)('describe exactly the defined levels of $name', (skill) => {
    const absent = UNDEFINED_LEVELS[skill.name] ?? [];
    const defined = ['1', '2', '3', '4'].filter((ordinal) => !absent.includes(ordinal));
    expect(Object.keys(skill.levels)).toEqual(defined);
  });

  it('give each level one or two statements', () => {
    expect(levels).toHaveLength(101);
    expect(levels.filter((entry) => entry.statements.length < 1 || entry.statements.length > 2)).toEqual([]);
  });

  it('say nothing twice, within a skill or across skills', () => {
    const lines = [...statements, ...skills.map((skill) => skill.description)].map((text) => text.toLowerCase());
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  it('keep a statement to between 8 and 18 words', () => {
    expect(statements.filter((text) => wordCount(text) < 8 || wordCount(text) > 18)).toEqual([]);
  });

  it('keep a description to one sentence of between 8 and 22 words', () => {
    const descriptions = skills.map((skill) => skill.description);
    expect(descriptions.filter((text) => wordCount(text) < 8 || wordCount(text) > 22)).toEqual([]);
    expect(descriptions.filter((text) => !/^[A-Z][^.!?]*\.$/.test(text))).toEqual([]);
  });

  it('are plain single sentences without stray characters or the words "you can"', () => {
    expect(statements.filter((text) => !/^[A-Z][A-Za-z0-9 ,:'-]*\.$/.test(text))).toEqual([]);
    expect(statements.filter((text) => /you can/i.test(text))).toEqual([]);
  });
});
