import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ErrorPage } from './error-page.tsx';

const heading = (status: number) =>
  renderToStaticMarkup(<ErrorPage status={status} />).match(/<h1[^>]*>([^<]+)<\/h1>/)?.[1];

test.each([
  [400, 'We could not read what was sent'],
  [403, 'You cannot open this page'],
  [404, 'Page not found'],
  [409, 'Somebody changed this before you'],
  [413, 'That is too large'],
  [429, 'Too many attempts'],
  [500, 'Sorry, there is a problem with the service'],
  [503, 'Sorry, the service is busy'],
])('status %i has words of its own', (status, title) => {
  expect(heading(status)).toBe(title);
});

test('a status without words reads as a fault of the request or of the service', () => {
  expect(heading(418)).toBe(heading(400));
  expect(heading(502)).toBe(heading(500));
  expect(heading(0)).toBe(heading(500));
});

test('too many attempts say when to try again, where that is known', () => {
  expect(renderToStaticMarkup(<ErrorPage status={429} retryAfterSeconds={200} />)).toContain('Try again in 4 minutes.');
  expect(renderToStaticMarkup(<ErrorPage status={429} />)).toContain('Wait a few minutes');
  expect(renderToStaticMarkup(<ErrorPage status={404} retryAfterSeconds={200} />)).not.toContain('minutes');
});

test('every error page has a way on', () => {
  expect(renderToStaticMarkup(<ErrorPage status={500} />)).toContain('<a href="/">Go to the start page</a>');
});
