import { cleanName } from '#app/domain/framework/clean-name.ts';

/** A line of a job description that is not blank. */
export interface JobLine {
  line: number;
  text: string;
  kind: 'heading' | 'essential' | 'desirable' | 'bullet' | 'text';
  /** 1-6 for a heading; 0 for other lines. */
  depth: number;
  /** Whether no blank line stands before it. */
  joined: boolean;
}

const criteria = /^(essential|desirable)(?: (?:criteria|skills?|requirements?|experience|competenc(?:e|ie)s))*:?$/i;
const bullet = /^(?:[•●○▪■‣◦·∙⁃*+]\s+|[-–—]\s+|[•·]|-(?=\p{L})|\d{1,2}[.)]\s+(?=\p{Ll}))/u;

/**
 * The lines of a job description without blank ones, each told what it is. Where the file has no Markdown headings,
 * the line above "Essential" counts as a heading (depth 3), and the one that says "Person specification" too (depth 2).
 */
export function readJobLines(text: string): JobLine[] {
  const lines: JobLine[] = [];
  let joined = false;
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .forEach((raw, index) => {
      const said = cleanName(raw);
      if (said !== '') lines.push({ line: index + 1, joined, ...kindOf(said) });
      joined = said !== '';
    });
  if (lines.some((line) => line.kind === 'heading')) return lines;
  return lines.map((line, at): JobLine => {
    if (line.kind !== 'text') return line;
    if (/^person specification\b/i.test(line.text)) return { ...line, kind: 'heading', depth: 2 };
    return ['essential', 'desirable'].includes(lines[at + 1]?.kind ?? '') ? { ...line, kind: 'heading', depth: 3 } : line;
  });
}

function kindOf(said: string): Pick<JobLine, 'text' | 'kind' | 'depth'> {
  const marks = /^(#{1,6}) *(?=[^#\s])/.exec(said)?.[1] ?? '';
  const text = said.slice(marks.length).trim().replace(/ *#+$/, '').replace(/^(\*\*|__)(.+)\1(:?)$/, '$2$3');
  const found = criteria.exec(text)?.[1]?.toLowerCase();
  if (found === 'essential' || found === 'desirable') return { text, kind: found, depth: marks.length };
  if (marks !== '') return { text: text.replace(/:$/, ''), kind: 'heading', depth: marks.length };
  return bullet.test(text) ? { text: text.replace(bullet, ''), kind: 'bullet', depth: 0 } : { text, kind: 'text', depth: 0 };
}
