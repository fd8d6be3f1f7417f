import { lab, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { ageFill, countFill, gapFill, ink, levelFill, missingFill, muted, paper, shareFill, textOn, voiceFill } from './colour.ts';
import { contrastRatio } from './contrast-ratio.ts';

const gaps = [-3, -2, -1, 0, 1, 2, 3];
const shares = [0, 0.25, 0.5, 0.75, 1];
const levels = [0, 1, 2, 3, 4];
const ages = [0, 91, 183, 366, 731];
const missing = [0, 0.1, 0.25, 0.5, 0.75];
const shortfalls = [0, 1, 2, 4, 8];
const everyFill = [...gaps.map(gapFill), ...gaps.map(voiceFill), ...shares.map(shareFill), ...levels.map(levelFill), ...ages.map(ageFill), ...missing.map(missingFill), ...shortfalls.map(countFill)];

/**
 * Complete protanopia, deuteranopia and tritanopia on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
 * Computer Graphics 15 (6), 2009, the published matrices for severity 1.0.
 */
const machado2009 = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  'no deficiency': [1, 0, 0, 0, 1, 0, 0, 0, 1],
};

function simulate(colour: string, matrix: readonly number[]): string {
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((value) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  const seen = [0, 3, 6].map((row) => {
    const value = Math.min(1, Math.max(0, linear.reduce((sum, channel, i) => sum + channel * matrix[row + i]!, 0)));
    return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
  });
  return rgb(seen[0]!, seen[1]!, seen[2]!).formatHex();
}

/** The CIE 1976 colour difference; about 2.3 is just noticeable. */
function difference(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, and does not mind the order', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
    expect(contrastRatio('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2);
    expect(contrastRatio('#2073BC', '#2073BC')).toBe(1);
  });

  it('refuses what is not written as six hexadecimal digits', () => {
    expect(() => contrastRatio('red', '#FFFFFF')).toThrow(RangeError);
  });

  it.each([...new Set(everyFill)])('of the text on %s is 4.5 or more', (fill) => {
    expect(contrastRatio(fill, textOn(fill))).toBeGreaterThanOrEqual(4.5);
  });

  it('of every outline and dash on the page, and of an outline on the fills it lies on, is 3 or more', () => {
    for (const edge of [ink, muted]) expect(contrastRatio(edge, paper)).toBeGreaterThanOrEqual(3);
    // On a dark fill the outline is told by the page that it keeps away from: it is darker than the page by far.
    for (const fill of everyFill) expect(Math.max(contrastRatio(ink, fill), contrastRatio(fill, paper))).toBeGreaterThanOrEqual(3);
  });

  it('of quiet text on the page is 4.5 or more', () => {
    expect(contrastRatio(muted, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('chooses the better of ink and paper', () => {
    expect(textOn('#FFFFFF')).toBe(ink);
    expect(textOn('#12436D')).toBe(paper);
    for (const fill of everyFill) expect(contrastRatio(fill, textOn(fill)), fill).toBe(Math.max(contrastRatio(fill, ink), contrastRatio(fill, paper)));
  });
});

/** The scales on which k below and k above are told apart by the hue. */
const diverging = { gap: gapFill, voices: voiceFill };
const seenBy = Object.entries(machado2009).flatMap(([deficiency, matrix]) => Object.entries(diverging).map(([name, scale]) => ({ deficiency, matrix, name, scale })));
/** A difference that is plain beside each other and in small cells: more than ten times the just noticeable one. */
const plain = 25;

describe('k below and k above', () => {
  it.each(seenBy)('are plainly different on the scale of $name with $deficiency', ({ matrix, scale }) => {
    for (const k of [1, 2, 3]) expect(difference(simulate(scale(-k), matrix), simulate(scale(k), matrix))).toBeGreaterThan(plain);
  });

  it('are not so on a scale from red over amber to green with deuteranopia: the control', () => {
    const trafficLights = ['#D73027', '#F46D43', '#FDAE61', '#FFFFBF', '#A6D96A', '#66BD63', '#1A9850'];
    const apart = [1, 2, 3].map((k) => difference(...([3 - k, 3 + k].map((at) => simulate(trafficLights[at]!, machado2009.deuteranopia)) as [string, string])));
    expect(Math.min(...apart)).toBeLessThan(plain);
  });
});

describe('the gap scale', () => {
  it('has seven steps and ends that hold everything beyond', () => {
    expect(new Set(gaps.map(gapFill)).size).toBe(7);
    expect(gapFill(-4)).toBe(gapFill(-3));
    expect(gapFill(4)).toBe(gapFill(3));
  });

  it.each(Object.entries(machado2009))('keeps neighbouring steps, and -1 and +1, apart with %s', (_, matrix) => {
    const seen = gaps.map((gap) => simulate(gapFill(gap), matrix));
    for (let i = 1; i < seen.length; i += 1) expect(difference(seen[i - 1]!, seen[i]!)).toBeGreaterThan(12);
    expect(difference(seen[2]!, seen[4]!)).toBeGreaterThan(30);
    expect(difference(seen[1]!, seen[5]!)).toBeGreaterThan(30);
  });
});

describe('the share scale', () => {
  it('calls only a share of exactly one "all", and counts each quarter from its lower end', () => {
    expect(shareFill(1)).toBe(gapFill(0));
    expect(shareFill(0.999)).toBe(shareFill(0.75));
    expect(shareFill(0.5)).not.toBe(shareFill(0.49));
    expect(shareFill(0)).toBe(shareFill(0.24));
  });

  it.each(Object.entries(machado2009))('keeps neighbouring quarters apart with %s', (_, matrix) => {
    const seen = shares.map((share) => simulate(shareFill(share), matrix));
    for (let i = 1; i < seen.length; i += 1) expect(difference(seen[i - 1]!, seen[i]!)).toBeGreaterThan(4);
  });
});

describe('a scale of amounts', () => {
  it.each([
    ['levels', levels.map(levelFill)],
    ['age', ages.map(ageFill)],
    ['missing', missing.map(missingFill)],
    ['shortfalls', shortfalls.map(countFill)],
  ])('of %s gets darker with each step', (_, fills) => {
    const contrasts = fills.map((fill) => contrastRatio(fill, paper));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
    expect(new Set(contrasts).size).toBe(5);
  });
});
