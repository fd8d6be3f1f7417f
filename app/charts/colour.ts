import { scaleThreshold } from 'd3';

/** Text and outlines on light fills. */
export const ink = '#0B0C0C';
/** The page, and text on dark fills. */
export const paper = '#FFFFFF';
/** Text and dashes that stand back from the data. */
export const muted = '#505A5F';
/** Hairlines that carry no data. */
export const line = '#B1B4B6';

/** Orange is short of what is expected, blue is beyond it, grey meets it; darker is further away. */
const gapFills = ['#A33A00', '#F46A25', '#FBC3A5', '#F3F2F1', '#6BACE6', '#2073BC', '#12436D'] as const;

/** Few of the assessed meet (dark orange) up to all of them meet (the same grey as "meets" in the gap scale). */
const shareFills = ['#A33A00', '#F46A25', '#FBC3A5', '#FDE3D6', '#F3F2F1'] as const;

/** Level 1 is the lightest, the highest level the darkest; level 0 has the grey of nothing held. */
const levelFills = ['#F3F2F1', '#6BACE6', '#2073BC', '#1A5A93', '#12436D'] as const;

/** Brown says less of oneself than was agreed, teal more, so that this is not taken for a gap. */
const voiceFills = ['#7D4E00', '#B98532', '#EBD49A', '#F3F2F1', '#8AD3D3', '#22919C', '#005566'] as const;

/** Recent is light, long ago is dark; also nothing missing up to much missing. */
const ageFills = ['#F3F2F1', '#D9D2E4', '#AFA1C9', '#7A689F', '#48366F'] as const;

/** Nobody short (the same grey as "meets") up to eight or more. */
const countFills = ['#F3F2F1', '#FDE3D6', '#FBC3A5', '#F46A25', '#A33A00'] as const;

const gapScale = scaleThreshold<number, string>().domain([-2, -1, 0, 1, 2, 3]).range(gapFills);
const shareScale = scaleThreshold<number, string>().domain([0.25, 0.5, 0.75, 1]).range(shareFills);
const levelScale = scaleThreshold<number, string>().domain([1, 2, 3, 4]).range(levelFills);

const voiceScale = scaleThreshold<number, string>().domain([-2, -1, 0, 1, 2, 3]).range(voiceFills);
const ageScale = scaleThreshold<number, string>().domain([91, 183, 366, 731]).range(ageFills);
const missingScale = scaleThreshold<number, string>().domain([0.0001, 0.25, 0.5, 0.75]).range(ageFills);
const countScale = scaleThreshold<number, string>().domain([1, 2, 4, 8]).range(countFills);

/** The fill for agreedLevel - expectedLevel; -3 or less and +3 or more share the ends of the scale. */
export function gapFill(gap: number): string {
  return gapScale(gap);
}

/** The fill for a share of assessed people who meet the expected level, 0-1, in quarters; only exactly 1 is "all". */
export function shareFill(share: number): string {
  return shareScale(share);
}

/** The fill for a level 0-4 on the sequential scale. */
export function levelFill(agreedLevel: number): string {
  return levelScale(agreedLevel);
}

/** The fill for selfLevel - agreedLevel; -3 or less and +3 or more share the ends of the scale. */
export function voiceFill(difference: number): string {
  return voiceScale(difference);
}

/** The fill for what was agreed some days ago: within a quarter of a year, half a year, a year, two years, before. */
export function ageFill(days: number): string {
  return ageScale(days);
}

/** The fill for a share of people that is missing, 0-1: none, then in quarters. */
export function missingFill(share: number): string {
  return missingScale(share);
}

/** The fill for a number of shortfalls: none, one, two or three, four to seven, eight or more. */
export function countFill(shortfalls: number): string {
  return countScale(shortfalls);
}

/**
 * Contrast of two colours, 1-21, by the formula of WCAG 2.2 ("contrast ratio" and "relative luminance"):
 * (lighter + 0.05) / (darker + 0.05). Colours are written #RRGGBB; anything else throws a RangeError.
 */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Asked once a cell, answered once a colour. */
const textColours = new Map<string, string>();

/** Ink or paper, whichever contrasts more with the fill. */
export function textOn(fill: string): string {
  const known = textColours.get(fill);
  if (known !== undefined) return known;
  const colour = contrastRatio(fill, ink) >= contrastRatio(fill, paper) ? ink : paper;
  textColours.set(fill, colour);
  return colour;
}

function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`Not a colour of the form #RRGGBB: ${colour}`);
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
