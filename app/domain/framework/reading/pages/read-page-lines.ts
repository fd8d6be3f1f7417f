import { cleanText } from '#app/domain/framework/clean-text.ts';

/** A line of a text page that is not blank. */
export interface PageLine {
  /** Line of the file, counted from 1. */
  line: number;
  text: string;
  bullet: boolean;
  /** Whether a blank line, or the start of the file, stands before it. */
  afterBlank: boolean;
}

const bullet = /^(?:[•●○▪■‣◦·∙⁃*]\s*(?!\*)|[-–—]\s+|-(?=\p{L})|o(?=\t))\s*/u;
const levelInBrackets = /^(.+?)\s*[([](?:relevant )?(?:skill )?level: ?([^)\]]+)[)\]]\.?$/i;

/**
 * The lines of a page without blank ones: cleaned, Markdown heads and bold marks taken off, bullets recognised and
 * taken off, cells of a copied table (parted by tabs or bars) on lines of their own, as is a level in brackets after a name.
 */
export function readPageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let afterBlank = true;
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .forEach((raw, index) => {
      const parts = partsOf(raw);
      if (parts.length === 0) afterBlank = true;
      for (const part of parts) {
        lines.push({ line: index + 1, ...part, afterBlank });
        afterBlank = false;
      }
    });
  return lines;
}

function partsOf(raw: string): { text: string; bullet: boolean }[] {
  const bulleted = bullet.test(raw.trimStart()) && !raw.trimStart().startsWith('**');
  if (bulleted) {
    const text = plain(raw.trimStart().replace(bullet, ''));
    return text === '' ? [] : [{ text, bullet: true }];
  }
  const cells = raw.split(/[\t|]/).map(plain).filter((cell) => cell !== '' && !/^[-=_:]+$/.test(cell));
  return cells.flatMap((cell) => {
    const found = levelInBrackets.exec(cell);
    if (found === null) {
      const nested = bullet.test(cell);
      return [{ text: nested ? cell.replace(bullet, '') : cell, bullet: nested }];
    }
    const [name = '', ...said] = (found[1] ?? '').split(/[.:] (?=You can\b)/);
    return [name.replace(/[.:]$/, ''), `Level: ${found[2] ?? ''}`, ...said].map((part) => ({ text: part, bullet: false }));
  });
}

function plain(raw: string): string {
  return cleanText(raw)
    .replace(/^#{1,6} +/, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/^(\d{1,2})\\([.)])/, '$1$2');
}
