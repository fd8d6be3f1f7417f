import { textWidth } from './text-width.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The lines of a text in a column of `maxWidth` pixels: broken at spaces, after hyphens and slashes, and inside a
 * word only where the word alone is wider than the column. No-break spaces hold. No character is lost but the
 * space at a break.
 * An empty text gives one empty line.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number): string[] {
  const fits = (candidate: string) => textWidth(candidate, fontSize) <= maxWidth;
  const whole = text.trim();
  if (fits(whole)) return [whole];
  const lines: string[] = [];
  let current = '';
  for (const piece of whole.split(/(?<=[-/])(?=\S)|(?<=[ \t\n])(?=\S)/)) {
    if (fits((current + piece).trimEnd())) {
      current += piece;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trimEnd());
    const broken = fits(piece.trimEnd()) ? [piece] : breakWord(piece, fits);
    lines.push(...broken.slice(0, -1));
    current = broken.at(-1) ?? '';
  }
  lines.push(current.trimEnd());
  return lines;
}

function breakWord(word: string, fits: (candidate: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && !fits((part + segment).trimEnd())) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
