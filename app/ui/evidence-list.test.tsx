import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { EvidenceList } from './evidence-list.tsx';

const piece: EvidencePiece = {
  id: 'e1',
  skillId: 's1',
  skillName: 'Testing',
  isOwn: true,
  summary: 'Found it <b>before</b> release',
  situation: null,
  task: null,
  action: null,
  result: null,
  links: ['https://wiki.example/x'],
  happenedOn: '2026-03-01',
  happenedUntil: '2026-03-05',
  authorName: 'Asha',
  addedOn: '2026-03-06',
  changedOn: '2026-03-07',
  revision: 2,
  mayChange: true,
};
const draw = (changes: Partial<EvidencePiece>, changeOf?: () => string) =>
  renderToStaticMarkup(<EvidenceList label="Evidence for Testing" pieces={[{ ...piece, ...changes }]} changeOf={changeOf} />);

it('shows the words as words, the link without a trace of this page, the days and who wrote it', () => {
  const html = draw({});
  expect(html).toContain('Found it &lt;b&gt;before&lt;/b&gt; release');
  expect(html).toContain('<a href="https://wiki.example/x" rel="noopener noreferrer nofollow">https://wiki.example/x</a>');
  expect(html).toContain('1 March 2026 to 5 March 2026. Written by Asha, the person themself, added 6 March 2026, changed 7 March 2026.');
});

it('shows those of the four parts that were written, each by its name', () => {
  const html = draw({ summary: null, action: 'Wrote the plan', result: 'It held' });
  expect([...html.matchAll(/<dt[^>]*>(\w+)<\/dt>/g)].map(([, name]) => name)).toEqual(['Action', 'Result']);
});

it('leads to a change only from one’s own piece', () => {
  expect(draw({}, () => 'Change it')).toContain('Change it');
  expect(draw({ mayChange: false }, () => 'Change it')).not.toContain('Change it');
});

it('says what to say where there is none, and otherwise nothing', () => {
  expect(renderToStaticMarkup(<EvidenceList label="x" pieces={[]} empty="No evidence yet" />)).toContain('No evidence yet');
  expect(renderToStaticMarkup(<EvidenceList label="x" pieces={[]} />)).toBe('');
});
