import type { JobDescriptionSections } from './job-description-sections.ts';

/** One piece of a job description, in the order in which it is printed. */
export type JobDescriptionBlock =
  | { kind: 'heading'; rank: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; entries: string[] };

/**
 * A job description as headings, paragraphs and lists, so that every form of it (page, HTML, word processor) has the
 * same words in the same order. Empty sections are left out; blank lines part paragraphs. `source` is the last
 * paragraph: which framework the words are from.
 */
export function jobDescriptionBlocks(title: string, sections: JobDescriptionSections, source: string): JobDescriptionBlock[] {
  const heading = (rank: 1 | 2 | 3, text: string): JobDescriptionBlock => ({ kind: 'heading', rank, text });
  const part = (name: string, blocks: JobDescriptionBlock[]) => (blocks.length === 0 ? [] : [heading(2, name), ...blocks]);
  const criteria = (name: string, entries: string[]): JobDescriptionBlock[] =>
    entries.length === 0 ? [] : [{ kind: 'paragraph', text: name }, { kind: 'list', entries }];
  return [
    heading(1, title),
    ...part('About the post', paragraphs(sections.advert)),
    ...part('Purpose', paragraphs(sections.purpose)),
    ...part('Main duties', sections.duties.length === 0 ? [] : [{ kind: 'list', entries: sections.duties }]),
    ...part(
      'Person specification',
      sections.specification.flatMap(({ area, essential, desirable }) => [
        heading(3, area),
        ...criteria('Essential', essential),
        ...criteria('Desirable', desirable),
      ]),
    ),
    ...part('How to apply', paragraphs(sections.howToApply)),
    { kind: 'paragraph', text: source },
  ];
}

function paragraphs(text: string): JobDescriptionBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));
}
