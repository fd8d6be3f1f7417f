import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftJobDescription } from './draft-job-description.ts';
import type { PostFacts, PostSkill } from './post-facts.ts';

const skill = (name: string, more: Partial<PostSkill> = {}): PostSkill => ({
  key: name.toLowerCase(),
  name,
  expectedLevel: 2,
  levelName: 'Working',
  statements: [`do ${name} alone`],
  next: { levelName: 'Practitioner', statements: [`lead ${name}`] },
  isGap: false,
  ...more,
});
const post = (more: Partial<PostFacts> = {}): PostFacts => ({
  organisationName: 'Harbour Authority',
  roleName: 'Keeper',
  roleDescription: null,
  roleLevelName: 'Senior keeper',
  roleLevelDescription: null,
  grades: ['HEO', 'SEO'],
  skills: [skill('Ropes'), skill('Lamps')],
  ...more,
});

describe('the draft of a job description', () => {
  it('asks for what is expected as essential and for the next step up as desirable', () => {
    expect(draftJobDescription(post()).specification).toEqual([
      { area: 'Lamps', essential: ['do Lamps alone'], desirable: ['lead Lamps'] },
      { area: 'Ropes', essential: ['do Ropes alone'], desirable: ['lead Ropes'] },
    ]);
  });

  it('puts the skills of a gap first, in the specification and in the advert', () => {
    const draft = draftJobDescription(post({ skills: [skill('Lamps'), skill('Signals', { isGap: true }), skill('Anchors')] }));
    expect(draft.specification.map(({ area }) => area)).toEqual(['Signals', 'Anchors', 'Lamps']);
    expect(draft.advert).toContain('Above all we need: Signals.');
    expect(draft.advert).not.toContain('Anchors');
  });

  it('leaves desirable criteria out where the next level is not defined, and names the level where there is no wording', () => {
    const draft = draftJobDescription(post({ skills: [skill('Lamps', { next: null }), skill('Ropes', { statements: [], next: { levelName: 'Expert', statements: [] } })] }));
    expect(draft.specification).toEqual([
      { area: 'Lamps', essential: ['do Lamps alone'], desirable: [] },
      { area: 'Ropes', essential: ['Hold Ropes at the level Working'], desirable: ['Hold Ropes at the level Expert'] },
    ]);
  });

  it('takes purpose and duties from the descriptions, without the line that leads into the list', () => {
    const draft = draftJobDescription(
      post({ roleDescription: 'Keeps the light.', roleLevelDescription: 'Leads a watch.\n\nAt this role level, you will:\n- plan the watches\n- train the crew' }),
    );
    expect(draft.purpose).toBe('Keeps the light.\n\nLeads a watch.');
    expect(draft.duties).toEqual(['plan the watches', 'train the crew']);
  });

  it('stands without any description, grade or skill', () => {
    const draft = draftJobDescription(post({ grades: null, skills: [] }));
    expect(draft.advert).toContain('Harbour Authority is looking for: Senior keeper, in [team]');
    expect(draft.purpose).toContain('Keeper');
    expect([draft.duties, draft.specification]).toEqual([[], []]);
    expect(draft.howToApply).toContain('[closing date]');
  });

  it('has one area for each skill, gaps before all others, whatever is asked', () => {
    const skills = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 12 }), isGap: fc.boolean() }), { selector: ({ name }) => name, maxLength: 12 });
    fc.assert(
      fc.property(skills, (drawn) => {
        const { specification } = draftJobDescription(post({ skills: drawn.map(({ name, isGap }) => skill(name, { isGap })) }));
        const gaps = new Set(drawn.filter(({ isGap }) => isGap).map(({ name }) => name));
        expect(specification.map(({ area }) => area).sort()).toEqual(drawn.map(({ name }) => name).sort());
        expect(specification.slice(0, gaps.size).every(({ area }) => gaps.has(area))).toBe(true);
      }),
    );
  });
});
