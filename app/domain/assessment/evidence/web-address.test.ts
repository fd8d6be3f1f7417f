import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

describe('a web address', () => {
  it.each(['https://wiki.example/page?x=1#there', 'HTTP://wiki.example', ' https://wiki.example/ä '])('is %j', (text) => {
    expect(webAddress(text)).toBe(text.trim());
  });

  it.each([
    '',
    'wiki.example',
    '//wiki.example',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://wiki.example',
    'file:///etc/passwd',
    'https://',
    'https:wiki.example',
    'https://wiki.example/a b',
    'https://bank.example\\@wiki.example',
    'https://bank.example@wiki.example',
    'https://ada:secret@wiki.example',
    'https://wiki.example/\u0000',
    'https://wiki.example/\u202egnp.exe',
    `https://wiki.example/${'x'.repeat(2000)}`,
  ])('is not %j', (text) => {
    expect(webAddress(text)).toBeNull();
  });
});
