import { describe, expect, it } from 'vitest';
import { jobDescriptionBlocks } from './job-description-blocks.ts';
import { jobDescriptionSource } from './job-description-source.ts';

const sections = {
  advert: 'One.\n\nTwo.',
  purpose: '',
  duties: ['plan', 'train'],
  specification: [{ area: 'Lamps', essential: ['trim'], desirable: [] }],
  howToApply: 'Write to us.',
};

describe('a job description in print', () => {
  it('has its parts in the order of a service manager’s, without the empty ones', () => {
    const blocks = jobDescriptionBlocks('Keeper', sections, 'From here.');
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.rank} ${block.text}`] : []))).toEqual([
      '1 Keeper',
      '2 About the post',
      '2 Main duties',
      '2 Person specification',
      '3 Lamps',
      '2 How to apply',
    ]);
    expect(blocks.filter(({ kind }) => kind === 'list')).toEqual([
      { kind: 'list', entries: ['plan', 'train'] },
      { kind: 'list', entries: ['trim'] },
    ]);
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))).toEqual(['One.', 'Two.', 'Essential', 'Write to us.', 'From here.']);
  });

  it('names the licence where the words are official, and only there', () => {
    expect(jobDescriptionSource({ frameworkName: 'Digital', versionLabel: 'May', kind: 'gdad' })).toContain('Open Government Licence v3.0');
    expect(jobDescriptionSource({ frameworkName: 'Coast', versionLabel: '1', kind: 'own' })).toBe('Drafted from the framework Coast, 1.');
  });
});
