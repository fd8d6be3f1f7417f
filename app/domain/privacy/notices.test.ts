import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';
import { fillNotice } from './fill-notice.ts';
import { firstKeptDay } from './first-kept-day.ts';
import { noticeBlocks } from './notice-blocks.ts';
import { retentionPeriods } from './retention-periods.ts';

const plain = (text: string) => [{ text, isGap: false }];

describe('a notice', () => {
  it('is made of headings, paragraphs and lists, with places to fill in', () => {
    expect(noticeBlocks('One\r\nline\n\n## Why\n- a\n- b [[who]]\nafter\n- c')).toEqual([
      { kind: 'paragraph', runs: plain('One line') },
      { kind: 'heading', runs: plain('Why') },
      { kind: 'list', items: [plain('a'), [...plain('b '), { text: 'who', isGap: true }]] },
      { kind: 'paragraph', runs: plain('after') },
      { kind: 'list', items: [plain('c')] },
    ]);
    expect(noticeBlocks('')).toEqual([]);
  });

  it('loses no word, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', '## ', '- ', '[[gap]]', '<b>', '\n', ' ', '[[', ']]'), { maxLength: 20 }), (parts) => {
        const words = (text: string) => text.replace(/[\s[\]#-]/g, '');
        const runs = noticeBlocks(parts.join('')).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.runs));
        expect(words(runs.map(({ text }) => text).join(''))).toBe(words(parts.join('')));
      }),
    );
  });

  it('is filled in with what the settings say, once, and keeps words in braces that it does not know', () => {
    const facts = { organisationName: '{purpose}', periods: retentionPeriods([]), purpose: 'For {organisation}', lawfulBasis: 'Law' };
    expect(fillNotice('{organisation}: {purpose}; {lawful basis}; {other}', facts)).toBe('{purpose}: For {purpose}; Law; {other}');
    expect(fillNotice('{how long}', facts).split('\n')).toHaveLength(5);
  });
});

describe('what an export says', () => {
  it('is read in plain words', () => {
    expect(['2026-03-04', '2026-03-04T05:06:07.008Z', true, false, null, 3, ['a', 'b'], 'plain'].map(describeValue)).toEqual([
      '4 March 2026', '4 March 2026, 05:06 UTC', 'Yes', 'No', '', '3', 'a, b', 'plain',
    ]);
  });
});

describe('the first day that is kept', () => {
  it('lies as many days back as records are kept', () => {
    expect(firstKeptDay('2028-03-01', 1)).toBe('2028-02-29');
    expect(firstKeptDay('2026-06-01', 730)).toBe('2024-06-01');
  });
});
