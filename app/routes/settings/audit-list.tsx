import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Details } from '#app/ui/details.tsx';

interface ShownLine {
  position: number;
  time: string;
  sentence: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: readonly { name: string; text: string }[];
}

/** One sentence an event; what only some readers need is folded away. */
export function AuditList({ lines }: { lines: readonly ShownLine[] }) {
  return (
    <ol className="mb-step border-t border-line" aria-label="Events, newest first">
      {lines.map((line) => (
        <li key={line.position} className="border-b border-line pt-close">
          <p className="text-dense text-muted tabular-nums">{line.time}</p>
          <p className="max-w-prose wrap-anywhere">{line.sentence}.</p>
          <div className="-mb-close text-dense">
            <Details summary={<>Details<span className="sr-only"> of event {line.position}</span></>}>
              <DefinitionList
                items={[
                  { term: 'Number', detail: line.position },
                  { term: 'Action', detail: line.action },
                  { term: 'Subject', detail: <span className="wrap-anywhere">{`${line.subjectKind} ${line.subjectId}`}</span> },
                  ...line.detail.map(({ name, text }) => ({ term: name, detail: <span className="wrap-anywhere">{text}</span> })),
                ]}
              />
            </Details>
          </div>
        </li>
      ))}
    </ol>
  );
}
