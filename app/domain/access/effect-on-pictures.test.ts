import { describe, expect, it } from 'vitest';
import { decidedActions, effectOnPictures } from './effect-on-pictures.ts';

describe('what a deed changes of the pictures', () => {
  it('is nothing for a look, a sign-in or a download, the teams for a level, all for a framework', () => {
    expect(['ratings.view', 'sign-in', 'export.person'].map(effectOnPictures)).toEqual(['none', 'none', 'none']);
    expect(['assessment.save', 'person.move'].map(effectOnPictures)).toEqual(['team', 'team']);
    expect(['framework.publish', 'team.edit', 'settings.save'].map(effectOnPictures)).toEqual(['organisation', 'organisation', 'organisation']);
  });

  it('is everything for a deed that nobody has decided about', () => {
    expect(decidedActions).not.toContain('lamp.light');
    expect(effectOnPictures('lamp.light')).toBe('organisation');
  });
});
