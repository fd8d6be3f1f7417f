import type { PageLine } from './read-page-lines.ts';

/** Lines as one text: paragraphs parted by a blank line, bullets as "- " under the line that opens them. Null where there are none. */
export function describePageLines(lines: readonly PageLine[]): string | null {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const gap = before === undefined ? '' : line.bullet && (before.bullet || before.text.endsWith(':')) ? '\n' : '\n\n';
    text += `${gap}${line.bullet ? '- ' : ''}${line.text}`;
  });
  return text === '' ? null : text;
}
