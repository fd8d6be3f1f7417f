import { describe, expect, it } from 'vitest';
import { presentSkillWords } from './present-skill-words.ts';

describe('what became of a recorded skill', () => {
  it.each([
    [{ presentName: null, isGone: false, countsFor: [] }, null],
    [{ presentName: 'Stargazing', isGone: false, countsFor: [] }, 'Now called Stargazing'],
    [{ presentName: null, isGone: true, countsFor: [] }, 'No longer in the framework'],
    [{ presentName: null, isGone: true, countsFor: ['Lamps', 'Lenses'] }, 'No longer in the framework; counts for Lamps, Lenses'],
    [{ presentName: null, isGone: false, countsFor: ['Lenses'] }, 'Counts for Lenses'],
    [{ presentName: 'Lights', isGone: false, countsFor: ['Lenses'] }, 'Now called Lights; counts for Lenses'],
  ])('reads %j as %j', (skill, words) => {
    expect(presentSkillWords(skill)).toBe(words);
  });
});
