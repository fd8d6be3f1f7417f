import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

describe('text that becomes markup', () => {
  it.each([
    ['Asha Rao', 'Asha Rao'],
    ['Zoë O’Neill-Łukasz 李 🙂 -> 2/3 "x"', 'Zoë O’Neill-Łukasz 李 🙂 -&gt; 2/3 &quot;x&quot;'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onload='x' a="`, '&quot; onload=&#39;x&#39; a=&quot;'],
    ['a]]>b', 'a]]&gt;b'],
    ['&amp;&#60;', '&amp;amp;&amp;#60;'],
    ['one\u2028two\u2029three\rfour', 'one two three four'],
    ['\ud800 half, \udc00 other', '\ufffd half, \ufffd other'],
    ['a\u0000b\u0008c\u001bd\ufffee\u007ff\u009fg', 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg'],
    ['evil\u202egnp.exe \u2066turned\u2069', 'evilgnp.exe turned'],
  ])('%# is written as it reads, and means nothing else', (text, markup) => {
    expect(escapeMarkup(text)).toBe(markup);
  });

  it('never lets a tag, a quote or an entity of its own through, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = escapeMarkup(text);
        expect(markup).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(() => encodeURIComponent(markup)).not.toThrow();
        for (const letter of text.match(/[a-z]/g) ?? []) expect(markup).toContain(letter);
      }),
      { numRuns: 500 },
    );
  });
});
