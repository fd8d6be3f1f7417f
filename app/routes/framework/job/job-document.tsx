import type { JobDescriptionBlock } from '#app/domain/framework/job/job-description-blocks.ts';

interface JobDocumentProps {
  title: string;
  blocks: readonly JobDescriptionBlock[];
}

/** A job description as a plain web page, without styles: whoever puts it on a site brings their own. */
export function JobDocument({ title, blocks }: JobDocumentProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>{blocks.map((block, index) => <Block key={index} block={block} />)}</main>
      </body>
    </html>
  );
}

function Block({ block }: { block: JobDescriptionBlock }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  if (block.kind === 'list') {
    return (
      <ul>
        {block.entries.map((entry, index) => (
          <li key={index}>{entry}</li>
        ))}
      </ul>
    );
  }
  const Heading = `h${block.rank}` as const;
  return <Heading>{block.text}</Heading>;
}
