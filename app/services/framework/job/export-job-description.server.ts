import { Document, HeadingLevel, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { jobDescriptionBlocks, type JobDescriptionBlock } from '#app/domain/framework/job/job-description-blocks.ts';
import { jobDescriptionSource } from '#app/domain/framework/job/job-description-source.ts';
import type { Context } from '#app/platform/context.ts';
import { readJobDescription } from './read-job-description.server.ts';

const headings = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

/** Characters that XML cannot hold would make a file that no word processor opens. */
const printable = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/**
 * The job description as a Word document (DOCX), which LibreOffice opens as well: real headings and lists, so that a
 * screen reader finds its way. Throws 404 for an unknown one, 403 where the viewer may not write job descriptions.
 */
export async function exportJobDescription(context: Context, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const { title, sections, ...origin } = await readJobDescription(context, id);
  const blocks = jobDescriptionBlocks(title, sections, jobDescriptionSource(origin));
  const file = new Document({
    title: printable(title),
    creator: 'Capability Map',
    styles: { default: { document: { run: { font: 'Arial', size: 24 }, paragraph: { spacing: { after: 120 } } } } },
    sections: [{ children: blocks.flatMap(toParagraphs) }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function toParagraphs(block: JobDescriptionBlock): Paragraph[] {
  if (block.kind === 'heading') return [new Paragraph({ heading: headings[block.rank], children: lines(block.text) })];
  if (block.kind === 'paragraph') return [new Paragraph({ children: lines(block.text) })];
  return block.entries.map((entry) => new Paragraph({ bullet: { level: 0 }, children: lines(entry) }));
}

/** A line break within a paragraph stays one. */
function lines(text: string): ParagraphChild[] {
  return printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
}
