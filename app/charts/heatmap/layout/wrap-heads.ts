import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import * as sizes from './sizes.ts';

export interface WrappedHeads {
  lines: string[][];
  longest: number;
}

/**
 * The names of columns in lines, in heads as low as let every name have at most so many lines, or in the tallest; and how long the longest
 * line is, in pixels.
 */
export function wrapHeads(skills: readonly { name: string }[], mostLines: number): WrappedHeads {
  const lines = linesOf(skills, mostLines);
  return { lines, longest: Math.max(0, ...lines.flat().map((text) => textWidth(text, sizes.headSize))) };
}

function linesOf(skills: readonly { name: string }[], mostLines: number): string[][] {
  for (let length: number = sizes.shortestHead; length < sizes.tallestHead; length += 8) {
    const wrapped = skills.map((skill) => wrapText(skill.name, length, sizes.headSize));
    if (wrapped.every((lines) => lines.length <= mostLines)) return wrapped;
  }
  return skills.map((skill) => wrapText(skill.name, sizes.tallestHead, sizes.headSize));
}
