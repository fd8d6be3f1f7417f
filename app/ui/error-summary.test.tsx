import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';

const markup = (problems: { field: string | null; message: string }[]) =>
  renderToStaticMarkup(<ErrorSummary problems={problems} />);

test('an entry leads to its field', () => {
  expect(markup([{ field: 'startDate', message: 'Enter a start date' }])).toMatch(
    /<a href="#startDate"[^>]*>Enter a start date<\/a>/,
  );
});

test('a problem of the whole form is said without a link', () => {
  const html = markup([{ field: null, message: 'Somebody changed this form before you' }]);
  expect(html).toContain('Somebody changed this form before you');
  expect(html).not.toContain('<a ');
});

test('it takes the focus without JavaScript and is announced', () => {
  const html = markup([{ field: 'name', message: 'Enter a name' }]);
  expect(html).toMatch(/^<div [^>]*role="alert"/);
  expect(html).toMatch(/^<div [^>]*tabindex="-1"/);
  expect(html).toMatch(/^<div [^>]*autofocus=""/i);
});

test('problems keep the order of the form', () => {
  const html = markup([
    { field: 'name', message: 'Enter a name' },
    { field: 'team', message: 'Choose a team' },
  ]);
  expect(html.indexOf('Enter a name')).toBeLessThan(html.indexOf('Choose a team'));
});

test('nothing is drawn when there is nothing to put right', () => {
  expect(markup([])).toBe('');
});

test('what a person typed comes out as text', () => {
  expect(markup([{ field: null, message: '<b>Ann</b> is taken' }])).toContain('&lt;b&gt;Ann&lt;/b&gt; is taken');
});
