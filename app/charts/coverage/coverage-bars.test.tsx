import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageBars } from './coverage-bars.tsx';
import { layoutCoverageBars } from './layout-coverage-bars.ts';

const fact = (required: number, actual: number) => ({ ruleId: `r${required}-${actual}`, name: 'Testing at working', required, actual });

describe('coverage bars', () => {
  it('tell nobody, one person, too few and covered apart', () => {
    const bars = layoutCoverageBars([fact(2, 0), fact(1, 1), fact(3, 2), fact(2, 4)], { width: 100 });
    expect(bars.map(({ standing, text, actualX, requiredX }) => ({ standing, text, actualX, requiredX }))).toEqual([
      { standing: 'nobody', text: '0 of 2', actualX: 0, requiredX: 50 },
      { standing: 'one', text: '1 of 1', actualX: 25, requiredX: 25 },
      { standing: 'short', text: '2 of 3', actualX: 50, requiredX: 75 },
      { standing: 'met', text: '4 of 2', actualX: 100, requiredX: 50 },
    ]);
  });

  it('share one scale and stay inside it', () => {
    const facts = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40)), { minLength: 1 });
    fc.assert(
      fc.property(facts, (list) => {
        for (const bar of layoutCoverageBars(list.map(([required, actual]) => fact(required, actual)), { width: 160 })) {
          expect(Math.max(bar.actualX, bar.requiredX)).toBeLessThanOrEqual(160);
          expect(bar.actualX).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('say the numbers and the standing as text, and link a rule where an address is given', () => {
    const html = renderToStaticMarkup(
      <CoverageBars facts={[fact(2, 1)]} label="Rules" ruleHref={(id) => `/rules/${id}`} emptySentence="No rules yet." />,
    );
    expect(html).toContain('<a href="/rules/r2-1">Testing at working</a>');
    expect(html).toContain('>1 of 2</span>');
    expect(html).toContain('>One person</span>');
  });

  it('say a sentence where there are no rules', () => {
    expect(renderToStaticMarkup(<CoverageBars facts={[]} label="Rules" emptySentence="No rules yet." />)).toBe('<p>No rules yet.</p>');
  });
});
