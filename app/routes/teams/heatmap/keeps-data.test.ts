import { describe, expect, it } from 'vitest';
import { keepsData } from './keeps-data.ts';

const url = (search: string, path = '/teams/one/heatmap') => new URL(`http://localhost${path}${search}`);

describe('two addresses of a heatmap', () => {
  it.each([
    ['?metric=agreed', ''],
    ['?view=teams&metric=holders&held=3', '?view=teams&metric=holders&held=2'],
    ['?open=a.b', '?open=b'],
    ['?skill=a&team=b&open=a', '?team=b&skill=a'],
  ])('%s and %s need the same data', (one, other) => {
    expect(keepsData(url(one), url(other))).toBe(true);
    expect(keepsData(url(other), url(one))).toBe(true);
  });

  it.each([
    ['?view=people', ''],
    ['?asOf=2026-05-01', ''],
    ['?before=2026-05-01', ''],
    ['?before=2026-05-01&compare=side', '?before=2026-05-01'],
    ['?order=name', '?order=shortfall'],
    ['?order=skill&by=a', '?order=skill&by=b'],
    ['?columns=shared', ''],
    ['?show=multiples', ''],
    ['?team=a', '?team=b'],
    ['?state=below', ''],
    ['?from=50', ''],
  ])('%s and %s need other data', (one, other) => {
    expect(keepsData(url(one), url(other))).toBe(false);
  });

  it('of two teams need other data', () => {
    expect(keepsData(url(''), url('', '/teams/two/heatmap'))).toBe(false);
  });
});
