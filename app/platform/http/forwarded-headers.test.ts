import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceAddress } from './forwarded-headers.server.ts';

describe('sourceAddress', () => {
  it('is the address of the connection where no proxy stands in front', () => {
    expect(sourceAddress('10.0.0.9', '1.1.1.1', 0)).toBe('10.0.0.9');
  });

  it('counts our own proxies from the end', () => {
    expect(sourceAddress('10.0.0.9', '6.6.6.6, 1.1.1.1', 1)).toBe('1.1.1.1');
    expect(sourceAddress('10.0.0.9', '6.6.6.6, 1.1.1.1, 10.0.0.8', 2)).toBe('1.1.1.1');
  });

  it('takes the farthest there is where fewer came than expected', () => {
    expect(sourceAddress('10.0.0.9', undefined, 2)).toBe('10.0.0.9');
    expect(sourceAddress('10.0.0.9', '1.1.1.1', 3)).toBe('1.1.1.1');
  });

  it('falls back to the connection for what is no address', () => {
    expect(sourceAddress('10.0.0.9', 'a script', 1)).toBe('10.0.0.9');
  });

  it('counts an IPv6 address as its network, and a mapped one as what it maps', () => {
    expect(sourceAddress('2001:db8:1:2:3:4:5:6', undefined, 0)).toBe('2001:db8:1:2::/64');
    expect(sourceAddress('2001:db8::6', undefined, 0)).toBe('2001:db8:0:0::/64');
    expect(sourceAddress('::1', undefined, 0)).toBe('0:0:0:0::/64');
    expect(sourceAddress('::ffff:192.0.2.7', undefined, 0)).toBe('192.0.2.7');
  });

  it('never believes more than the stated number of entries', () => {
    const list = fc.array(fc.ipV4(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.array(fc.ipV4(), { maxLength: 4 }), (seen, invented) => {
        const proxies = seen.length;
        const honest = sourceAddress('10.0.0.9', seen.join(','), proxies);
        expect(sourceAddress('10.0.0.9', [...invented, ...seen].join(','), proxies)).toBe(honest);
      }),
    );
  });
});
