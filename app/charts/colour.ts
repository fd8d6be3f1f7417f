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

const stepped = (limits: number[], fills: readonly string[]): ((value: number) => string) => scaleThreshold<number, string>().domain(limits).range(fills);
const signedLimits = [-2, -1, 0, 1, 2, 3];

/** What is short, where nothing says by how much. */
export const shortFill = '#F46A25';

/** The fill for agreedLevel - expectedLevel; -3 or less and +3 or more share the ends of the scale. */
export const gapFill = /* @__PURE__ */ stepped(signedLimits, gapFills);

/** The fill for a share of assessed people who meet the expected level, 0-1, in quarters; only exactly 1 is "all". */
export const shareFill = /* @__PURE__ */ stepped([0.25, 0.5, 0.75, 1], shareFills);

/** The fill for a level 0-4 on the sequential scale. */
export const levelFill = /* @__PURE__ */ stepped([1, 2, 3, 4], levelFills);

/** The fill for selfLevel - agreedLevel; -3 or less and +3 or more share the ends of the scale. */
export const voiceFill = /* @__PURE__ */ stepped(signedLimits, voiceFills);

/** The fill for what was agreed some days ago: within a quarter of a year, half a year, a year, two years, before. */
export const ageFill = /* @__PURE__ */ stepped([91, 183, 366, 731], ageFills);

/** The fill for a share of people that is missing, 0-1: none, then in quarters. */
export const missingFill = /* @__PURE__ */ stepped([0.0001, 0.25, 0.5, 0.75], ageFills);

/** The fill for a number of shortfalls: none, one, two or three, four to seven, eight or more. */
export const countFill = /* @__PURE__ */ stepped([1, 2, 4, 8], countFills);

/** The fills of the scales above on which paper stands out more than ink; a test works their contrast out. */
const darkFills = ['#A33A00', '#2073BC', '#1A5A93', '#12436D', '#7D4E00', '#005566', '#7A689F', '#48366F'];

/** Ink or paper, whichever contrasts more with a fill of the scales or with the page. */
export const textOn = (fill: string): string => (darkFills.includes(fill) ? paper : ink);
