import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScoredSkill, scoreLevels } from './score-levels.ts';
import type { ScoringRules } from './scoring-rules.ts';

const rules: ScoringRules = {
  points: { below: 0, at: 2, above: 3 },
  bestOf: null,
  unassessedAllowed: 1,
  bands: [{ name: 'First', from: 3 }, { name: 'Second', from: 6 }],
};

const skill = (skillId: string, agreedLevel: number | null, expectedLevel = 2, isExempt = false): ScoredSkill => ({ skillId, agreedLevel, expectedLevel, isExempt });

describe('a suggested score', () => {
  it('adds up points for below, at and above, and names the last band that they reach', () => {
    expect(scoreLevels(rules, [skill('a', 1), skill('b', 2), skill('c', 4)])).toEqual({
      skills: [
        { skillId: 'a', standing: 'below', points: 0, counts: true },
        { skillId: 'b', standing: 'at', points: 2, counts: true },
        { skillId: 'c', standing: 'above', points: 3, counts: true },
      ],
      points: 5,
      unassessed: 0,
      isPossible: true,
      band: 'First',
    });
    expect(scoreLevels(rules, [skill('a', 3), skill('b', 3)]).band).toBe('Second');
    expect(scoreLevels(rules, [skill('a', 2)])).toMatchObject({ points: 2, band: null, isPossible: true });
  });

  it('counts the best only, and of equals those that come first', () => {
    const best = scoreLevels({ ...rules, bestOf: 2 }, [skill('a', 2), skill('b', 3), skill('c', 2), skill('d', 1)]);
    expect(best.points).toBe(5);
    expect(best.skills.filter(({ counts }) => counts).map(({ skillId }) => skillId)).toEqual(['a', 'b']);
  });

  it('is impossible where more is unassessed than is allowed, or nothing is known', () => {
    expect(scoreLevels(rules, [skill('a', 3), skill('b', null)])).toMatchObject({ unassessed: 1, isPossible: true, points: 3, band: 'First' });
    expect(scoreLevels(rules, [skill('a', 3), skill('b', null), skill('c', null)])).toMatchObject({ isPossible: false, band: null });
    expect(scoreLevels(rules, [])).toMatchObject({ isPossible: false, points: 0, band: null });
  });

  it('holds an exemption against nobody', () => {
    const exempt = scoreLevels(rules, [skill('a', 3), skill('b', null, 2, true), skill('c', null, 2, true)]);
    expect(exempt).toMatchObject({ unassessed: 0, isPossible: true, points: 3 });
    expect(exempt.skills[1]).toEqual({ skillId: 'b', standing: 'exempt', points: 0, counts: false });
  });

  it('never falls when a level rises, as long as the points do not fall from below to above', () => {
    const anySkills = fc.array(fc.record({ skillId: fc.string(), expectedLevel: fc.integer({ min: 1, max: 4 }), agreedLevel: fc.integer({ min: 0, max: 3 }), isExempt: fc.constant(false) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anySkills, fc.nat(11), fc.option(fc.integer({ min: 1, max: 5 })), (skills, place, bestOf) => {
        const at = place % skills.length;
        const raised = skills.map((one, index) => (index === at ? { ...one, agreedLevel: one.agreedLevel + 1 } : one));
        expect(scoreLevels({ ...rules, bestOf }, raised).points).toBeGreaterThanOrEqual(scoreLevels({ ...rules, bestOf }, skills).points);
      }),
    );
  });
});
