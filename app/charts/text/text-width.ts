/**
 * Advance widths of Source Sans 3 regular in thousandths of the type size, measured from the font;
 * each row holds the characters that are at most so wide. Accented letters count as their base letter.
 */
const widths: readonly (readonly [number, string])[] = [
  [200, ' '],
  [260, "',.:;ijl|·"],
  [300, 'I!f'],
  [340, '()-[]{}t'],
  [360, '/\\r'],
  [440, '*s"?z«»'],
  [480, 'cxJYvy'],
  [500, '0123456789#$+<=>FL^_ek~'],
  [540, 'VXagESTZ'],
  [580, 'A`bdhnopquCKPR'],
  [620, 'B&DG'],
  [680, 'HNUOQ'],
  [740, 'wM'],
  [860, 'Wm%@'],
];

const widthOf = new Map(widths.flatMap(([width, characters]) => Array.from(characters, (c) => [c, width] as const)));

/** Room for a fallback typeface (Arial is about a tenth wider) and for semi-bold, so that nothing is clipped. */
const allowance = 1.1;

/** Letters that the table does not know: half an em in Latin-like scripts, a whole em in wide ones. */
const unknownWidth = 600;
const wideWidth = 1000;

/** Of one character in thousandths: of its base letter where it is accented, nothing for what stands on or between others. */
function measure(character: string): number {
  let width = 0;
  for (const part of character.normalize('NFD')) {
    if (/\p{Mark}|\p{Cf}/u.test(part)) continue;
    width += widthOf.get(part) ?? (part.codePointAt(0)! >= 0x1100 ? wideWidth : unknownWidth);
  }
  return width;
}

/** Every character is measured once, by its code: thousands of names are measured before a large picture is drawn. */
const measured: number[] = [];

/**
 * How wide a text stands on one line, in pixels, at a type size in pixels. An estimate from above, made without
 * a browser: layouts leave this much room, and what is drawn in it is at most as wide.
 */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at += 1;
    thousandths += measured[code] ??= measure(String.fromCodePoint(code));
  }
  return (thousandths / 1000) * fontSize * allowance;
}
