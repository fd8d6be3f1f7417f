import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { gapFill, levelFill } from './colour.ts';
import { LevelSteps } from './level-steps.tsx';

const draw = (expectedLevel: number | null, agreedLevel: number | null) =>
  renderToStaticMarkup(<LevelSteps steps={4} expectedLevel={expectedLevel} agreedLevel={agreedLevel} />);
const count = (html: string, part: string) => html.split(part).length - 1;

describe('the strip of levels', () => {
  it('fills a box for each level held, orange where that is short of what is expected', () => {
    expect(count(draw(3, 2), `fill="${gapFill(-2)}"`)).toBe(2);
    expect(count(draw(2, 3), `fill="${levelFill(3)}"`)).toBe(3);
    expect(count(draw(2, 0), '<rect class="heatmap-track"')).toBe(4);
  });

  it('dashes the boxes where no level is agreed, and has no tick where nothing is expected', () => {
    expect(count(draw(2, null), 'stroke-dasharray')).toBe(4);
    expect(count(draw(2, null), '<path')).toBe(1);
    expect(count(draw(null, 2), '<path')).toBe(0);
  });

  it.each([
    [3, 2, 'agreed level 2, expected level 3'],
    [null, 1, 'agreed level 1, not expected'],
    [2, null, 'no agreed level, expected level 2'],
  ])('says expected %s and agreed %s in words', (expectedLevel, agreedLevel, words) => {
    expect(draw(expectedLevel, agreedLevel)).toContain(`aria-label="${words}"`);
  });
});
