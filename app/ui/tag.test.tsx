import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SeverityTag, Tag } from './tag.tsx';

const severities = ['critical', 'high', 'medium', 'low'] as const;
const drawn = severities.map((severity) => renderToStaticMarkup(<SeverityTag severity={severity} />));

test('every severity is said in a word', () => {
  expect(drawn.map((html) => html.replace(/<[^>]+>/g, ''))).toEqual(['Critical', 'High', 'Medium', 'Low']);
});

test('every severity has a shape of its own, so that none rests on colour', () => {
  expect(new Set(drawn.map((html) => html.match(/ d="([^"]+)"/)?.[1])).size).toBe(4);
});

test('the shape is left out for those who hear the word', () => {
  for (const html of drawn) expect(html).toMatch(/<svg [^>]*aria-hidden="true"/);
});

test('a tag shows its word whatever its tone', () => {
  expect(renderToStaticMarkup(<Tag tone="bad">Refused</Tag>)).toContain('>Refused<');
});
