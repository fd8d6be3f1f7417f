/** One run of a line: plain, or a place that somebody still has to fill in. */
export interface NoticeRun {
  text: string;
  isGap: boolean;
}

export type NoticeBlock =
  | { kind: 'heading'; runs: NoticeRun[] }
  | { kind: 'paragraph'; runs: NoticeRun[] }
  | { kind: 'list'; items: NoticeRun[][] };

const runsOf = (line: string): NoticeRun[] =>
  line
    .split(/(\[\[[^[\]]*\]\])/)
    .filter((text) => text !== '')
    .map((text) => {
      const isGap = text.startsWith('[[') && text.endsWith(']]');
      return { text: isGap ? text.slice(2, -2) : text, isGap };
    });

/**
 * A notice's text in blocks: an empty line ends a paragraph, "## " begins a heading, "- " an entry of a
 * list, and [[words]] mark what is still to be filled in. Everything else is what it is: there is no
 * markup that could hide anything. Never throws.
 */
export function noticeBlocks(body: string): NoticeBlock[] {
  const blocks: NoticeBlock[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(paragraph.join(' ')) });
    paragraph = [];
  };
  for (const raw of body.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    const last = blocks.at(-1);
    if (line.startsWith('## ')) {
      endParagraph();
      blocks.push({ kind: 'heading', runs: runsOf(line.slice(3).trim()) });
    } else if (line.startsWith('- ')) {
      const isFirst = paragraph.length > 0 || last?.kind !== 'list';
      endParagraph();
      const item = runsOf(line.slice(2).trim());
      if (isFirst) blocks.push({ kind: 'list', items: [item] });
      else last.items.push(item);
    } else if (line === '') {
      endParagraph();
    } else {
      paragraph.push(line);
    }
  }
  endParagraph();
  return blocks;
}
