import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';

/** One entry a line, as typed into a text area; bullets and blank lines are left out. */
export function typedLines(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => cleanName(line.replace(/^(?:[-*•–]\s+|•)/, '')))
    .filter((line) => line !== '');
}
