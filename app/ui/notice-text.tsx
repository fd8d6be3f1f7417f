import { type NoticeRun, noticeBlocks } from '#app/domain/privacy/notice-blocks.ts';

/** A text of the organisation: headings, paragraphs and lists, and places that are still to be filled in. */
export function NoticeText({ body }: { body: string }) {
  return (
    <div className="mb-part max-w-prose">
      {noticeBlocks(body).map((block, at) => {
        if (block.kind === 'heading') {
          return (
            <h2 key={at} className="mt-step mb-close text-heading-m font-heading">
              <Runs runs={block.runs} />
            </h2>
          );
        }
        if (block.kind === 'paragraph') {
          return (
            <p key={at} className="mb-snug">
              <Runs runs={block.runs} />
            </p>
          );
        }
        return (
          <ul key={at} className="mb-snug grid list-disc gap-hair pl-step">
            {block.items.map((runs, position) => (
              <li key={position}>
                <Runs runs={runs} />
              </li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function Runs({ runs }: { runs: readonly NoticeRun[] }) {
  return runs.map(({ text, isGap }, at) =>
    isGap ? (
      <strong key={at} className="border-l-4 border-danger bg-danger-panel px-hair font-strong">
        Still to do: {text}
      </strong>
    ) : (
      text
    ),
  );
}
