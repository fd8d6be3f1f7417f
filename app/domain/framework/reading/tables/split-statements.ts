import { cleanText } from '#app/domain/framework/clean-text.ts';

const bullet = /^(?:[•●○▪■‣◦·∙⁃*]\s*|[-–—]\s+|-(?=\p{L}))/u;
const opening = /^you (?:can|will be able to|should be able to)\s*(?::|…|\.\.\.)?\s*/i;

/**
 * The lines of a skill level, one statement each, without bullets and without the opening "You can:".
 * A line that carries no bullet continues the statement before it where other lines are bulleted; in a text
 * without any bullet each line is a statement. A text of one sentence is one statement. Empty text gives none.
 */
export function splitStatements(text: string): string[] {
  const lines = cleanText(text)
    .split('\n')
    .filter((line) => line !== '');
  const bulleted = lines.some((line) => bullet.test(line));
  const statements: string[] = [];
  let opened = false;
  for (const line of lines) {
    if (bullet.test(line)) {
      statements.push(line.replace(bullet, '').trim());
      opened = true;
      continue;
    }
    const said = statements.length === 0 ? line.replace(opening, '').trim() : line;
    if (said === '') continue;
    if (bulleted && opened) statements.push(`${statements.pop() ?? ''} ${said}`.trim());
    else statements.push(said);
  }
  return statements.filter((statement) => statement !== '');
}
